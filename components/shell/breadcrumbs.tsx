import { useTranslations } from 'next-intl'
import Link from 'next/link'

/** A step without a path is a heading of the navigation, or this page. */
type Step = { label: string; path?: string }

export function Breadcrumbs({ steps }: { steps: Step[] }) {
  const t = useTranslations('shell')
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="-mt-1 mb-1 flex flex-wrap gap-x-1.5 text-xs leading-6 text-subtle">
        {steps.map(({ label, path }, index) => (
          <li key={label} className="flex min-w-0 gap-x-1.5">
            {index > 0 ? (
              <span aria-hidden className="text-line-control">
                /
              </span>
            ) : null}
            {path ? (
              <Link href={path} className="hover:text-ink hover:underline">
                {label}
              </Link>
            ) : (
              <span aria-current={index === steps.length - 1 ? 'page' : undefined} className="min-w-0 wrap-anywhere">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
