import { DomainError, type ErrorCode } from '../errors'
import type { TtlLimit } from '../governance/ttl-policy'
import { addTtl, type ChosenTtl, type Ttl } from '../time'

/** Live tokens that one person may have in one organization. */
export const MAX_LIVE_TOKENS = 50
export const DEFAULT_TTL: ChosenTtl = { value: 6, unit: 'months' }
const LONGEST: Ttl = { value: 60, unit: 'months' }
/** A minute, whatever the unit. */
const SMALLEST_NUMBER = { seconds: 60, minutes: 1, hours: 1, days: 1, months: 1 } as const

/**
 * When a token issued at `now` expires; null: never.
 *
 * Limits are compared with the resulting length of life, not with the number typed: a month has no fixed
 * length. Exactly at a limit is allowed.
 *
 * @param ttl null asks for a token that never expires
 * @param limit the organization's Max Token TTL, null where that policy is off
 * @throws {DomainError} never_expires_not_allowed, ttl_not_whole, ttl_too_short, ttl_too_long, ttl_above_limit
 * @see spec: product.md §3, Token TTL
 */
export function grantTtl(ttl: Ttl | null, limit: TtlLimit | null, now: Date): Date | null {
  if (ttl === null) {
    if (limit) throw new DomainError('never_expires_not_allowed', 'ttlUnit')
    return null
  }
  if (!Number.isInteger(ttl.value)) throw new DomainError('ttl_not_whole', 'ttlValue')
  if (ttl.value < SMALLEST_NUMBER[ttl.unit]) throw new DomainError('ttl_too_short', 'ttlValue')
  const expiresAt = endOf(ttl, now)
  const longest = addTtl(now, LONGEST)
  const latest = limit ? addTtl(now, limit) : longest
  // The lower of the two is named: who is sent to 60 months first would be refused those, too.
  if (latest < longest && (!expiresAt || expiresAt > latest)) throw new DomainError('ttl_above_limit', 'ttlValue')
  if (!expiresAt || expiresAt > longest) throw new DomainError('ttl_too_long', 'ttlValue')
  return expiresAt
}

/** When something ends, or why it can't be had. */
export type Issued = { expiresAt: Date | null } | { code: ErrorCode; field: string }

/** What a TTL comes to, or why grantTtl refuses it. */
export function tryTtl(ttl: Ttl | null, limit: TtlLimit | null, now: Date): Issued {
  try {
    return { expiresAt: grantTtl(ttl, limit, now) }
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, field: error.field ?? 'ttlValue' }
    throw error
  }
}

/** Still a date, and beyond any limit. */
const LARGEST_NUMBER = { seconds: 600_000_000, minutes: 10_000_000, hours: 10_000_000, days: 10_000_000, months: LONGEST.value } as const

/** Null where the number is so large that no date can hold the result. */
function endOf(ttl: Ttl, now: Date): Date | null {
  return ttl.value > LARGEST_NUMBER[ttl.unit] ? null : addTtl(now, ttl)
}

/** Whether `one` counted from `now` lives longer than `other`: a month has no fixed length. */
export function isLonger(one: Ttl, other: Ttl, now: Date): boolean {
  const [ends, limit] = [endOf(one, now), endOf(other, now)]
  return ends === null || (limit !== null && ends > limit)
}
