import { useFormatter, useTranslations } from 'next-intl'
import type { ListPlace } from '@/lib/governance/list-address'
import type { ViolationDay } from '@/lib/governance/queries/list-violation-days'
import { WHOLE_LIST } from '@/lib/governance/token-filter'
import { PlaceLink } from '../place-link'
import { Figure, Figures } from './figure'
import { Plot } from './plot'
import { axisTop } from './scale'
import { stepPath } from './step-path'

const DAYS = 90
const DAY = 86_400_000
const SHORT_DATE = { day: 'numeric', month: 'short' } as const
const lineClass = 'fill-none [stroke-linejoin:round] [stroke-width:2] [vector-effect:non-scaling-stroke]'

const SERIES = [
  { kind: 'idle', line: 'stroke-(--chart-1)', key: 'border-t-2 border-(--chart-1)' },
  { kind: 'max', line: 'stroke-(--chart-2) [stroke-dasharray:5_3]', key: 'border-t-2 border-dashed border-(--chart-2)' },
] as const

/** Percent of the plot that a label's target takes: 24 of 104 px. */
const LABEL = 24

/** Percent from the upper end at which each line's label stands: at its line, but never on the other's. */
function labelHeights(idle: number, max: number, top: number): Record<'idle' | 'max', number> {
  const at = (count: number) => 100 - (100 * count) / top
  const [first, second] = [at(idle), at(max)]
  if (Math.abs(first - second) >= LABEL) return { idle: first, max: second }
  const middle = Math.min(100 - LABEL / 2, Math.max(LABEL / 2, (first + second) / 2))
  return first <= second ? { idle: middle - LABEL / 2, max: middle + LABEL / 2 } : { idle: middle + LABEL / 2, max: middle - LABEL / 2 }
}

type ViolationsChartProps = { days: ViolationDay[]; policyChanges: Date[]; now: Date; size: ListPlace['size'] }

/** How many tokens broke each policy in the last 90 days, as the validations found them. */
export function ViolationsChart({ days, policyChanges, now, size }: ViolationsChartProps) {
  const t = useTranslations('governance.charts')
  const format = useFormatter()
  // The days are those of UTC.
  const date = (at: Date) => format.dateTime(at, { ...SHORT_DATE, timeZone: 'UTC' })
  const [first, last] = [days[0], days.at(-1)]
  const begin = now.getTime() - DAYS * DAY
  const xOf = (at: Date) => Math.min(100, Math.max(0, (100 * (at.getTime() - begin)) / (DAYS * DAY)))
  const top = axisTop(Math.max(0, ...days.flatMap(({ idle, max }) => [idle, max])))
  const heights = labelHeights(last?.idle ?? 0, last?.max ?? 0, top)
  const changed = policyChanges.length > 0 ? [t('policyChangedOn', { date: policyChanges.map(date).join(', ') })] : []
  const figures = first && last ? [t('violationFigures', { from: date(first.day), to: date(last.day), idleFirst: first.idle, idleLast: last.idle, maxFirst: first.max, maxLast: last.max })] : [t('noDays')]
  const rows = days.toReversed().map(({ day, idle, max }) => ({ key: day.toISOString(), cells: [date(day), format.number(idle), format.number(max)] }))
  const latestChange = policyChanges.at(-1)
  return (
    <Figure
      id="violations"
      title={t('violations')}
      legend={t('lastDays', { days: DAYS })}
      tableLabel={t('asTable')}
      table={first ? <Figures label={t('violations')} head={[t('day'), t('idlePolicy'), t('maxPolicy')]} rows={rows} /> : <p className="text-xs text-muted">{t('noDays')}</p>}
    >
      <Plot
        label={[...figures, ...changed].join(' ')}
        top={top}
        ticks={[0, 30, 60, 90].map((day) => date(new Date(begin + day * DAY)))}
        over={
          first ? (
            latestChange ? (
              <span aria-hidden style={xOf(latestChange) > 50 ? { right: `${100 - xOf(latestChange) + 1}%` } : { left: `${xOf(latestChange) + 1}%` }} className="absolute bottom-full px-0.5 whitespace-nowrap">
                {t('policyChanged')}
              </span>
            ) : null
          ) : (
            <p className="absolute inset-0 grid place-items-center text-center text-xs text-muted">{t('noDays')}</p>
          )
        }
        end={
          last ? (
            <div className="relative h-full min-w-19">
              {SERIES.map(({ kind, key }) => (
                <PlaceLink
                  key={kind}
                  place={{ filter: { ...WHOLE_LIST, violation: kind }, sort: { key: 'violation', descending: false }, size }}
                  style={{ top: `${heights[kind]}%` }}
                  className="absolute left-0 flex min-h-6 -translate-y-1/2 items-center gap-1 font-label whitespace-nowrap text-muted hover:text-ink hover:underline"
                >
                  <i aria-hidden className={`w-3.5 ${key}`} />
                  {t(kind)} {format.number(last[kind], { notation: 'compact' })}
                </PlaceLink>
              ))}
            </div>
          ) : null
        }
      >
        {policyChanges.map((at) => (
          <line key={at.toISOString()} x1={xOf(at)} x2={xOf(at)} y1="0" y2="100" className="stroke-(--border-control) [stroke-dasharray:2_2] [vector-effect:non-scaling-stroke]" />
        ))}
        {SERIES.map(({ kind, line }) => (
          <path key={kind} d={stepPath(days.map((day) => ({ x: xOf(day.day), y: 100 - (100 * day[kind]) / top })))} className={`${lineClass} ${line}`} />
        ))}
      </Plot>
    </Figure>
  )
}
