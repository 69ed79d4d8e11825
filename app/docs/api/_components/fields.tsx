import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Field } from '@/lib/interface/fields'

type FieldsProps = { title: string; about?: string; fields: Field[] }

/** Fields by name, each with its type and what it means; folded, since an answer may have many. */
export function Fields({ title, about, fields }: FieldsProps) {
  const t = useTranslations('apiReference')
  if (fields.length === 0 && !about) return null
  return (
    <details className="group min-w-0">
      <summary className="flex min-h-6 items-center gap-1.5 rounded-badge font-label hover:text-ink">
        <ChevronRight className="size-3.5 flex-none stroke-2 text-subtle transition-transform duration-(--fast) group-open:rotate-90" />
        <span className="min-w-0 wrap-anywhere">
          {title}
          {about ? <span className="ml-2 font-mono text-sm font-normal text-subtle">{about}</span> : null}
        </span>
      </summary>
      <dl className="mt-2 ml-1.5 grid gap-2 border-l border-line pl-4">
        {fields.map(({ name, type, required, description }) => (
          <div key={name} className="min-w-0">
            <dt className="flex flex-wrap gap-x-3 font-mono text-sm break-all">
              <span className="font-label text-ink">{name}</span>
              <span className="text-muted">{type}</span>
              {required ? null : <span className="font-sans text-subtle">{t('optional')}</span>}
            </dt>
            {description ? (
              <dd lang="en" className="text-pretty text-muted">
                {description}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </details>
  )
}
