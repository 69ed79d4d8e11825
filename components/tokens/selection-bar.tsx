'use client'

import { useTranslations } from 'next-intl'

type SelectionBarProps = {
  /** How many are selected, in words; null: none. */
  count: string | null
  /** What can be done with them. */
  acts: React.ReactNode
  /** The list's bar. */
  children: React.ReactNode
}

/** On a phone: the last in the list's panel, which is a flex column there, and at the foot of the window while more of the list is below. */
const onPhone = 'max-sm:top-auto max-sm:bottom-0 max-sm:order-last max-sm:rounded-t-none max-sm:rounded-b-[7px] max-sm:shadow-2'

/**
 * The bar of a list; while tokens are selected, how many, and what can be done with them stands in its place. On a phone,
 * where that takes more room than the bar, it stands below instead: the row that was just touched stays where it is.
 */
export function SelectionBar({ count, acts, children }: SelectionBarProps) {
  const t = useTranslations('selection')
  return (
    <>
      <div className={count === null ? 'contents' : 'contents sm:hidden'}>{children}</div>
      {count === null ? null : (
        <div
          role="region"
          aria-label={t('label')}
          data-bulk
          className={`sticky top-(--header) z-6 flex min-h-11 flex-wrap items-center gap-2 rounded-t-[7px] bg-surface-selected py-1.5 pr-3 pl-4 inset-ring inset-ring-accent-border ${onPhone}`}
        >
          <strong aria-live="polite" className="tabular-nums">
            {count}
          </strong>
          {acts}
        </div>
      )}
    </>
  )
}
