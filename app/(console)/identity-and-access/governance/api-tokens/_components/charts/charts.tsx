import { useTranslations } from 'next-intl'
import type { ListPlace } from '@/lib/governance/list-address'
import type { ExpirationWeek } from '@/lib/governance/queries/list-expirations'
import type { ViolationDay } from '@/lib/governance/queries/list-violation-days'
import { ExpirationsChart } from './expirations-chart'
import { Fold } from './fold'
import { ViolationsChart } from './violations-chart'

type ChartsProps = { weeks: ExpirationWeek[]; violations: { days: ViolationDay[]; policyChanges: Date[] }; now: Date; size: ListPlace['size'] }

/** What is coming and what has been: two short charts that fold away. */
export function Charts({ weeks, violations, now, size }: ChartsProps) {
  const t = useTranslations('governance.charts')
  return (
    <section aria-labelledby="charts">
      <h2 id="charts" className="sr-only">
        {t('title')}
      </h2>
      <Fold label={t('title')}>
        <div className="mb-1 grid grid-cols-[minmax(0,1fr)] gap-3 min-[47.5rem]:grid-cols-2 min-[47.5rem]:gap-4">
          <ExpirationsChart weeks={weeks} size={size} />
          <ViolationsChart {...violations} now={now} size={size} />
        </div>
      </Fold>
    </section>
  )
}
