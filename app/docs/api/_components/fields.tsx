import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Field } from '@/lib/interface/fields'
import { ShapeLink } from './shape-link'

/** Looks of all field lists below, said once: the page has some hundred fields. */
export const fieldListsClass =
  '[&_dl]:grid [&_dl]:gap-2 [&_dt]:flex [&_dt]:flex-wrap [&_dt]:gap-x-3 [&_dt]:font-mono [&_dt]:text-sm [&_dt]:break-all [&_dt]:text-muted ' +
  '[&_dt>b]:font-label [&_dt>b]:text-ink [&_dt>i]:font-sans [&_dt>i]:text-subtle [&_dt>i]:not-italic [&_dd]:text-pretty [&_dd]:text-muted'

/** Fields by name, each with its type and what it means. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  const t = useTranslations('apiReference')
  return (
    <dl>
      {fields.map(({ name, type, shape, required, description }) => (
        <div key={name}>
          <dt>
            <b>{name}</b>
            <span>
              <ShapeLink type={type} shape={shape} />
            </span>
            {required ? null : <i>{t('optional')}</i>}
          </dt>
          {description ? <dd lang="en">{description}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

type FoldedProps = { title: string; about?: string; shape?: string | undefined; fields: readonly Field[] }

/** The same, folded, since there may be many; what is told elsewhere is a link to there. */
export function FoldedFields({ title, about, shape, fields }: FoldedProps) {
  if (fields.length === 0 && !about) return null
  const said = about ? (
    <span className="ml-2 font-mono text-sm font-normal text-subtle">
      <ShapeLink type={about} shape={shape} />
    </span>
  ) : null
  // Nothing to unfold: a line that lines up with those that have.
  if (fields.length === 0) {
    return (
      <p className="min-h-6 min-w-0 pl-5 font-label wrap-anywhere">
        {title}
        {said}
      </p>
    )
  }
  return (
    <details className="group min-w-0">
      <summary className="flex min-h-6 items-center gap-1.5 rounded-badge font-label hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 flex-none stroke-2 text-subtle transition-transform duration-(--fast) group-open:rotate-90" />
        <span className="min-w-0 wrap-anywhere">
          {title}
          {said}
        </span>
      </summary>
      <div className="mt-2 ml-1.5 border-l border-line pl-4">
        <FieldList fields={fields} />
      </div>
    </details>
  )
}
