/** Units in which a person chooses how long a token lives. */
export const TTL_UNITS = ['minutes', 'hours', 'days', 'months'] as const
export type TtlUnit = (typeof TTL_UNITS)[number]

/** Units in which a token's TTL is kept: programs may ask for any number of seconds, and get it exactly. */
export const KEPT_UNITS = ['seconds', ...TTL_UNITS] as const

/** A time to live as it was asked for. In seconds only where it is no whole number of minutes. */
export type Ttl = { value: number; unit: (typeof KEPT_UNITS)[number] }

/** One that a person chooses, or can. */
export type ChosenTtl = { value: number; unit: TtlUnit }

const SECONDS_IN = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const

/** The same length in the largest unit that holds it exactly; never months, which have no fixed length. */
export function ttlOfSeconds(total: number): Ttl {
  const unit = (['days', 'hours', 'minutes'] as const).find((one) => total % SECONDS_IN[one] === 0) ?? 'seconds'
  return { value: total / SECONDS_IN[unit], unit }
}

type Granted = { ttlValue: number | null; ttlUnit: string | null; issuedAt: Date; expiresAt: Date | null }

/**
 * The TTL that a stored token was granted; null where it never expires.
 *
 * A unit that is not known here was written by a later release, before this one was put back. The token is then shown,
 * and regenerated, for as long as it was granted: taken for none, it would be granted for ever, and refused, a whole
 * list would fail for the sake of one row.
 */
export function toTtl({ ttlValue, ttlUnit, issuedAt, expiresAt }: Granted): Ttl | null {
  if (ttlValue === null) return null
  const unit = KEPT_UNITS.find((one) => one === ttlUnit)
  if (unit) return { value: ttlValue, unit }
  return expiresAt && ttlOfSeconds(Math.round((expiresAt.getTime() - issuedAt.getTime()) / 1_000))
}

/** The instant `months` calendar months after `from` in UTC, clamped to the last day of the month. */
function addMonths(from: Date, months: number): Date {
  const then = new Date(from)
  then.setUTCMonth(from.getUTCMonth() + months)
  // 31 January + 1 month overflows into March; day 0 of that month is February's last day.
  if (then.getUTCDate() !== from.getUTCDate()) then.setUTCDate(0)
  return then
}

/**
 * The instant at which something that lives `ttl` from `from` ends.
 *
 * Seconds, minutes, hours and days are fixed lengths, whatever a local clock does; months are calendar months in UTC.
 *
 * @throws {RangeError} if the result is no date a computer can hold
 * @see spec: product.md §3, Token TTL
 */
export function addTtl(from: Date, ttl: Ttl): Date {
  const end =
    ttl.unit === 'months'
      ? addMonths(from, ttl.value)
      : new Date(from.getTime() + ttl.value * SECONDS_IN[ttl.unit] * 1_000)
  if (Number.isNaN(end.getTime())) throw new RangeError(`A TTL of ${ttl.value} ${ttl.unit} ends beyond time`)
  return end
}
