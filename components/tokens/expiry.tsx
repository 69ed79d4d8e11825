import { ClockAlert, Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TwoLines } from '@/components/ui/table'
import { Instant, Relative } from './instant'

/** Milliseconds before expiry from which it is said to be soon: a week. */
const SOON = 7 * 24 * 60 * 60 * 1000

const markClass = 'inline-flex items-center gap-[3px] font-label [&_.lucide]:size-3 [&_.lucide]:stroke-[2.25]'

type ExpiryProps = {
  label: string
  expiresAt: Date | null
  revoked: boolean
  now: Date
  /** The word for it, where nothing else in the row says that a token has expired. */
  past?: string
}

/** When a token ends: past and soon have a mark; a revoked one has ended already. */
export function Expiry({ label, expiresAt, revoked, now, past }: ExpiryProps) {
  const t = useTranslations('dates')
  if (revoked) {
    return (
      <TwoLines label={label}>
        <span aria-hidden>—</span>
        <span className="sr-only">{t('doesNotApply')}</span>
      </TwoLines>
    )
  }
  if (!expiresAt) return <TwoLines label={label}>{t('neverExpires')}</TwoLines>
  const left = expiresAt.getTime() - now.getTime()
  const relative = <Relative at={expiresAt} now={now} />
  return (
    <TwoLines label={label} second={<Instant at={expiresAt} precision="day" />}>
      {left <= 0 ? (
        <span className={`${markClass} text-danger`}>
          <ClockAlert />
          {past ?? relative}
        </span>
      ) : left <= SOON ? (
        <span className={`${markClass} text-warning`}>
          <Hourglass />
          {relative}
        </span>
      ) : (
        relative
      )}
    </TwoLines>
  )
}
