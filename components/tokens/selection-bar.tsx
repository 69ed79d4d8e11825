'use client'

import { useTranslations } from 'next-intl'

/** What stands in the place of a list's bar while tokens are selected: how many, and what can be done with them. */
export function SelectionBar({ count, children }: { count: string; children: React.ReactNode }) {
  const t = useTranslations('selection')
  return (
    <div
      role="region"
      aria-label={t('label')}
      data-bulk
      className="sticky top-(--header) z-6 flex min-h-11 flex-wrap items-center gap-2 rounded-t-[7px] bg-surface-selected py-1.5 pr-3 pl-4 inset-ring inset-ring-accent-border"
    >
      <strong aria-live="polite" className="tabular-nums">
        {count}
      </strong>
      {children}
    </div>
  )
}
