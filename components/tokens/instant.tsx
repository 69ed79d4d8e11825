import { useFormatter, useLocale, useTimeZone } from 'next-intl'
import { relativeTime } from './relative-time'

type Precision = 'day' | 'moment' | 'second' | 'clock'

/** A date in the reader's language and time zone, with the machine's form of it. */
export function Instant({ at, precision = 'moment' }: { at: Date; precision?: Precision }) {
  const format = useFormatter()
  return <time dateTime={at.toISOString()}>{format.dateTime(at, precision)}</time>
}

/** "4 minutes ago"; the exact moment is in the tooltip. */
export function Relative({ at, now }: { at: Date; now: Date }) {
  const format = useFormatter()
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, 'moment')}>
      {relativeTime(at, now, locale, timeZone)}
    </time>
  )
}

/** A day without its year where that is the reader's current one. */
export function ShortDay({ at, now }: { at: Date; now: Date }) {
  const format = useFormatter()
  const year = (instant: Date) => format.dateTime(instant, { year: 'numeric' })
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, 'moment')}>
      {year(at) === year(now) ? format.dateTime(at, { day: 'numeric', month: 'short' }) : format.dateTime(at, 'day')}
    </time>
  )
}

/** A moment without its year where that is the reader's current one, and without the time where it is not. */
export function ShortMoment({ at, now }: { at: Date; now: Date }) {
  const format = useFormatter()
  const year = (instant: Date) => format.dateTime(instant, { year: 'numeric' })
  return <time dateTime={at.toISOString()}>{format.dateTime(at, year(at) === year(now) ? 'thisYear' : 'day')}</time>
}
