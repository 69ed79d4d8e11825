import { useFormatter, useTranslations } from 'next-intl'
import { linkClass } from '@/components/ui/link'
import type { ExpirationWeek } from '@/lib/governance/queries/list-expirations'
import { WHOLE_LIST } from '@/lib/governance/token-filter'
import type { ListPlace } from '@/lib/governance/list-address'
import { PlaceLink } from '../place-link'
import { Figure, Figures } from './figure'
import { Plot } from './plot'
import { axisTop } from './scale'

/** Weeks that are near enough to be told apart. */
const NEAR_WEEKS = 4
const SHORT_DATE = { day: 'numeric', month: 'short' } as const

/** What expires by the end of a week, the latest first: so that those of the week itself stand above the others. */
function weekPlace(index: number, size: ListPlace['size']): ListPlace {
  return { filter: { ...WHOLE_LIST, expires: (index + 1) * 7 }, sort: { key: 'expires', descending: true }, size }
}

function Bars({ weeks, top }: { weeks: ExpirationWeek[]; top: number }) {
  const step = 100 / weeks.length
  return weeks.map(({ from, count }, index) => {
    const height = (100 * count) / top
    return <rect key={from.toISOString()} x={index * step + step * 0.12} y={100 - height} width={step * 0.76} height={height} className={index < NEAR_WEEKS ? 'fill-(--chart-1)' : 'fill-(--chart-1-soft)'} />
  })
}

function Legend() {
  const t = useTranslations('governance.charts')
  const keyClass = 'mr-1 inline-block size-2 rounded-[2px]'
  return (
    <>
      <i className={`${keyClass} bg-(--chart-1)`} />
      {t('nextWeeks')}
      <i className={`${keyClass} ml-2 bg-(--chart-1-soft)`} />
      {t('later')}
    </>
  )
}

type ExpirationsChartProps = { weeks: ExpirationWeek[]; size: ListPlace['size'] }

/** How many tokens expire in each of the coming weeks. */
export function ExpirationsChart({ weeks, size }: ExpirationsChartProps) {
  const t = useTranslations('governance.charts')
  const format = useFormatter()
  const date = (at: Date) => format.dateTime(at, SHORT_DATE)
  const top = axisTop(Math.max(0, ...weeks.map(({ count }) => count)))
  const total = weeks.reduce((sum, { count }) => sum + count, 0)
  const label = t('expirationsFigures', { total, weeks: weeks.length, counts: weeks.map(({ count }) => format.number(count)).join(', ') })
  const rows = weeks.map(({ from, to, count }, index) => ({
    key: from.toISOString(),
    cells: [
      date(from),
      count === 0 ? '0' : (
        <PlaceLink key="link" place={weekPlace(index, size)} aria-label={t('weekLink', { count, date: date(to) })} className={linkClass}>
          {format.number(count)}
        </PlaceLink>
      ),
    ],
  }))
  return (
    <Figure
      id="expirations"
      title={t('expirations')}
      legend={total > 0 ? <Legend /> : null}
      tableLabel={t('asTable')}
      table={<Figures label={t('expirations')} head={[t('week'), t('expiring')]} rows={rows} />}
    >
      <Plot
        label={label}
        top={top}
        ticks={[0, 4, 8, 12].flatMap((index) => (weeks[index] ? [date(weeks[index].from)] : []))}
        over={
          total === 0 ? (
            <p className="absolute inset-0 grid place-items-center text-center text-xs text-muted">{t('noExpirations', { weeks: weeks.length })}</p>
          ) : (
            // For the pointer alone: in the table each is a link that anybody can reach.
            <div aria-hidden className="absolute inset-0 flex">
              {weeks.map(({ from, to, count }, index) => (
                <PlaceLink key={from.toISOString()} tabIndex={-1} place={weekPlace(index, size)} title={t('weekLink', { count, date: date(to) })} className="flex-1 hover:bg-ink/6" />
              ))}
            </div>
          )
        }
      >
        <Bars weeks={weeks} top={top} />
      </Plot>
    </Figure>
  )
}
