import { useFormatter, useTranslations } from 'next-intl'
import type { PolicyPreview } from '@/lib/governance/policy-preview'

function Figure({ value, children }: { value: string; children: React.ReactNode }) {
  return (
    <div className="-ml-px grid gap-0.5 border-line px-4 py-3 max-sm:grid-cols-[3.5rem_1fr] max-sm:items-baseline max-sm:not-first:border-t sm:border-l">
      <strong className="text-[1.25rem] leading-6 tracking-[-0.015em] tabular-nums">{value}</strong>
      <span className="text-xs text-muted">{children}</span>
    </div>
  )
}

/** How many violate now, and how many more or fewer would: what is only planned is hatched. */
function Ratio({ preview: { total, violatingNow, violatingAfter, newlyViolating } }: { preview: PolicyPreview }) {
  const t = useTranslations('settings')
  const share = (count: number) => ({ width: total > 0 ? `${(100 * count) / total}%` : 0 })
  const stay = violatingAfter - newlyViolating
  return (
    <div role="img" aria-label={t('ratio', { total, now: violatingNow, after: violatingAfter })} className="flex h-2 gap-0.5 *:rounded-xs *:empty:block">
      {stay > 0 ? <span className="min-w-1 bg-warning" style={share(stay)} /> : null}
      {newlyViolating > 0 ? <span className="min-w-1 bg-[repeating-linear-gradient(-45deg,var(--warning-text)_0_2px,transparent_2px_5px)] inset-ring inset-ring-warning" style={share(newlyViolating)} /> : null}
      <span className="flex-1 bg-line-strong" />
    </div>
  )
}

/** The numbers of a preview: what gets worse, what gets better, and how it stands after. */
export function PreviewFigures({ preview }: { preview: PolicyPreview }) {
  const t = useTranslations('settings')
  const format = useFormatter()
  const { total, newlyViolating, newlyCompliant, usersViolating, usersCompliant, recentlyUsed, unchanged, violatingNow, violatingAfter } = preview
  const signed = (count: number, sign: string) => `${count > 0 ? sign : ''}${format.number(count)}`
  return (
    <>
      <div className="grid overflow-clip border-y border-line sm:grid-cols-3">
        <Figure value={signed(newlyViolating, '+')}>{t('newlyViolating', { users: usersViolating })}</Figure>
        <Figure value={signed(newlyCompliant, '−')}>{t('newlyCompliant', { users: usersCompliant })}</Figure>
        <Figure value={format.number(recentlyUsed)}>{t('recentlyUsed', { count: newlyViolating })}</Figure>
      </div>
      <div className="grid gap-1.5 px-4 py-3">
        <div className="flex flex-wrap justify-between gap-x-3">
          <span className="text-muted">{t('after')}</span>
          <span className="tabular-nums">{t.rich('afterCount', { after: violatingAfter, total, now: violatingNow, b: (text) => <strong>{text}</strong>, s: (text) => <span className="text-subtle">{text}</span> })}</span>
        </div>
        <Ratio preview={preview} />
        <span className="text-xs text-subtle">{t('unchanged', { count: unchanged })}</span>
      </div>
    </>
  )
}
