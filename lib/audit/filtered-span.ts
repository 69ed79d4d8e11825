import type { EventFilter, Period } from './event-filter'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** No clock is further from that of Greenwich, and no day is moved by more. */
const FURTHEST = 36 * HOUR

const LENGTHS: Readonly<Record<Period, number>> = { '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY }

/** The first instant of a calendar day, or, where the zone left that day out, of the next. Days are not always 24 hours, and some begin at one o'clock. */
function startOfDay(day: string, timeZone: string): Date {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const middle = Date.parse(`${day}T00:00:00Z`)
  let [before, after] = [middle - FURTHEST, middle + FURTHEST]
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2)
    if (calendar.format(between) < day) before = between
    else after = between
  }
  return new Date(after)
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
}

/** From when on, and until before when, a filter looks at events; null: without end. */
export type Span = { since: Date | null; until: Date | null }

/** The time that `filter` looks at, at `now`, for a reader in `timeZone`. */
export function filteredSpan({ period, from, to }: Pick<EventFilter, 'period' | 'from' | 'to'>, timeZone: string, now: Date): Span {
  if (period) return { since: new Date(now.getTime() - LENGTHS[period]), until: null }
  return { since: from === null ? null : startOfDay(from, timeZone), until: to === null ? null : startOfDay(dayAfter(to), timeZone) }
}
