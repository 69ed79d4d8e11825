import { useFormatter, useTranslations } from 'next-intl'
import type { Total } from '@/lib/total'

/** How many tokens violate a policy: somebody should look at them. Large numbers are shortened, and said in full. */
export function ViolationCount({ total: { count, precision } }: { total: Total }) {
  const t = useTranslations('nav')
  const format = useFormatter()
  const short = format.number(count, count >= 10_000 ? { notation: 'compact' } : {})
  return (
    <span className="ml-auto inline-grid h-4.5 min-w-4.5 flex-none place-items-center rounded-badge bg-warning-surface px-1.25 text-[0.6875rem] font-label text-warning tabular-nums inset-ring inset-ring-warning-border">
      <span aria-hidden>{precision === 'at_least' ? `${short}+` : short}</span>
      <span className="sr-only">{t('violations', { count })}</span>
    </span>
  )
}
