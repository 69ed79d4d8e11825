const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Step = { value: number; unit: Intl.RelativeTimeFormatUnit; words?: boolean }

/** The calendar day of an instant in a time zone, as a count of days. */
function dayNumber(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)
  return Date.parse(`${parts}T00:00:00Z`) / DAY
}

function chooseStep(then: Date, now: Date, timeZone: string): Step {
  const elapsed = then.getTime() - now.getTime()
  const size = Math.abs(elapsed)
  if (size < MINUTE) return { value: 0, unit: 'second', words: true }
  if (size < HOUR) return { value: Math.trunc(elapsed / MINUTE), unit: 'minute' }
  if (size < DAY) return { value: Math.trunc(elapsed / HOUR), unit: 'hour' }
  if (size < 31 * DAY) return { value: dayNumber(then, timeZone) - dayNumber(now, timeZone), unit: 'day', words: true }
  const months = Math.round(elapsed / (30.4375 * DAY))
  return Math.abs(months) < 24 ? { value: months, unit: 'month' } : { value: Math.trunc(months / 12), unit: 'year' }
}

/**
 * An instant as a person says it: "4 minutes ago", "yesterday", "in 14 months".
 *
 * Up to a day in hours, then in calendar days of the reader's time zone, so that "yesterday" is; months up to two
 * years, since "next year" says too little about an expiry.
 */
export function relativeTime(then: Date, now: Date, locale: string, timeZone: string): string {
  const { value, unit, words } = chooseStep(then, now, timeZone)
  return new Intl.RelativeTimeFormat(locale, { numeric: words ? 'auto' : 'always' }).format(value, unit)
}
