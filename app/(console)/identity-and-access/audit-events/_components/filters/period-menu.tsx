import { CalendarDays, Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { PERIODS, type Period } from '@/lib/audit/event-filter'
import { AUDIT_EVENTS_PATH, logParameters, type LogPlace } from '@/lib/audit/log-address'
import { APPLY_PARAMETER } from '@/lib/page-size'
import { LogLink } from '../log-link'

type PeriodMenuProps = { place: LogPlace; zone: string }

function Periods({ filter, size }: LogPlace) {
  const t = useTranslations('auditEvents.filters')
  const choices: { period: Period | null; current: boolean }[] = [
    ...PERIODS.map((period) => ({ period, current: filter.period === period })),
    { period: null, current: filter.period === null && filter.from === null && filter.to === null },
  ]
  return (
    <ul className="border-b border-line p-1">
      {choices.map(({ period, current }) => (
        <li key={period ?? 'always'}>
          <LogLink
            place={{ filter: { ...filter, period, from: null, to: null }, size }}
            aria-current={current || undefined}
            className="flex min-h-8 items-center gap-2 rounded-badge px-2 py-1 hover:bg-surface-hover max-sm:min-h-10"
          >
            <span className="flex-1">{t(period ?? 'always')}</span>
            {current ? <Check className="text-muted" /> : null}
          </LogLink>
        </li>
      ))}
    </ul>
  )
}

/** The time that is looked at: up to now, or days of the reader's calendar. Works before JavaScript. */
export function PeriodMenu({ place, zone }: PeriodMenuProps) {
  const t = useTranslations('auditEvents.filters')
  const { filter, size } = place
  const kept = logParameters({ filter: { ...filter, period: null, from: null, to: null }, size })
  return (
    <Popover
      title={t('periodTitle')}
      trigger={
        <>
          <CalendarDays />
          {t('period')}
        </>
      }
      triggerClass={`${buttonClass({ look: 'quiet' })} border-dashed border-line-control!`}
      className="w-[22rem] overflow-y-auto"
    >
      <Periods filter={filter} size={size} />
      <form action={AUDIT_EVENTS_PATH} className="grid grid-cols-2 gap-3 p-3 max-sm:grid-cols-1">
        {[...kept].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={APPLY_PARAMETER} value="1" />
        <TextField key={`from-${filter.from}`} id="filter-from" name="from" type="date" label={t('from')} defaultValue={filter.from ?? ''} min="2000-01-01" max="2999-12-31" />
        <TextField key={`to-${filter.to}`} id="filter-to" name="to" type="date" label={t('to')} defaultValue={filter.to ?? ''} min="2000-01-01" max="2999-12-31" />
        <p className="col-span-full -mt-1 text-xs text-muted">{t('days', { zone })}</p>
        <Button type="submit" look="primary" className="col-span-full justify-self-start">
          {t('apply')}
        </Button>
      </form>
    </Popover>
  )
}
