export const TTL_UNITS = ['minutes', 'hours', 'days', 'months'] as const
export type TtlUnit = (typeof TTL_UNITS)[number]

/** A time to live as a person writes it. */
export type Ttl = { value: number; unit: TtlUnit }

/** The TTL that value and unit of a stored token stand for; null where it never expires. */
export function toTtl(value: number | null, unit: string | null): Ttl | null {
  const known = TTL_UNITS.find((one) => one === unit)
  return value !== null && known ? { value, unit: known } : null
}

const MILLISECONDS_IN = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

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
 * Minutes, hours and days are fixed lengths, whatever a local clock does; months are calendar months in UTC.
 *
 * @throws {RangeError} if the result is no date a computer can hold
 * @see spec: product.md §3, Token TTL
 */
export function addTtl(from: Date, ttl: Ttl): Date {
  const end =
    ttl.unit === 'months'
      ? addMonths(from, ttl.value)
      : new Date(from.getTime() + ttl.value * MILLISECONDS_IN[ttl.unit])
  if (Number.isNaN(end.getTime())) throw new RangeError(`A TTL of ${ttl.value} ${ttl.unit} ends beyond time`)
  return end
}
