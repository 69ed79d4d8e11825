import { Prisma } from '../../platform/generated/prisma/client'
import { addTtl } from '../../time'
import type { TtlLimit } from '../ttl-policy'
import type { TtlPolicy } from '../violation'
import { UNUSED_SINCE } from './token-conditions'

const sql = Prisma.sql
const EPOCH = new Date(0)

/** With its offset: what is written without one is taken for the time of the session's zone. */
const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`

/** A limit in milliseconds: a day of PostgreSQL's has 23 or 25 hours where the session's zone changes its clocks. */
const length = (limit: TtlLimit) => sql`interval '1 millisecond' * ${addTtl(EPOCH, limit).getTime()}::float8`

/** Whether the latest validation found a violation in a row `l` of token_life. */
export const WAS_VIOLATING = sql`(l.max_violation IS NOT NULL OR l.idle_violation_since IS NOT NULL)`

/** Whether a row `l` of token_life is revoked or expired at `now`, and so violates nothing. */
export const isEnded = (now: Date) => sql`(l.revoked_at IS NOT NULL OR (l.expires_at IS NOT NULL AND l.expires_at <= ${instant(now)}))`

/**
 * What a row `l` of token_life breaks of the Max Token TTL of `policy` at `now`: 'max_ttl_exceeded', 'never_expires' or NULL.
 * The same as findViolations, as SQL; validating and previewing stand on it.
 */
export function foundMaxViolation({ max }: TtlPolicy, now: Date): Prisma.Sql {
  if (!max) return sql`NULL::text`
  return sql`CASE WHEN ${isEnded(now)} THEN NULL WHEN l.expires_at IS NULL THEN 'never_expires' WHEN l.expires_at > l.issued_at + ${length(max)} THEN 'max_ttl_exceeded' END`
}

/** Whether a row `l` of token_life breaks the Idle Token TTL of `policy` at `now`; never NULL. The same as findViolations, as SQL. */
export function foundIdleViolation({ idle }: TtlPolicy, now: Date): Prisma.Sql {
  if (!idle) return sql`FALSE`
  // The limit is taken from the instant, not added to the column, so that an index on the column can be read.
  const idleSince = addTtl(now, { ...idle, value: -idle.value })
  return sql`(${UNUSED_SINCE} < ${instant(idleSince)} AND NOT ${isEnded(now)})`
}

/** Whether a row `l` of token_life breaks any limit of `policy` at `now`; never NULL. */
export function isFoundViolating(policy: TtlPolicy, now: Date): Prisma.Sql {
  return sql`(${foundMaxViolation(policy, now)} IS NOT NULL OR ${foundIdleViolation(policy, now)})`
}
