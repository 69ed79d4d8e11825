import { Prisma } from '../../platform/generated/prisma/client'
import type { Tx } from '../../platform/transaction'
import { addTtl } from '../../time'
import { UNUSED_SINCE } from '../queries/token-conditions'
import { foundIdleViolation, foundMaxViolation, isEnded, WAS_VIOLATING } from '../queries/violation-conditions'
import { NO_COUNTS, type DayCounts } from '../validation-run'
import type { TtlPolicy } from '../violation'

const sql = Prisma.sql
const days = (value: number) => ({ value, unit: 'days' }) as const

/** Tokens whose flags are changed in one transaction: about a second's work, since each change is one to every index. */
const MAX_CHANGES = 10_000

/** The next `tokens` tokens of an organization after the one whose id is `after`. */
type Span = { orgId: string; policy: TtlPolicy; after: string; tokens: number }

/** `last`: the id of the last token that was looked at; null where there was none. */
export type Flagged = { last: string | null; counts: DayCounts; newlyViolating: number; newlyCompliant: number }

const differs = (policy: TtlPolicy, now: Date) =>
  sql`(max_violation IS DISTINCT FROM ${foundMaxViolation(policy, now)} OR (idle_violation_since IS NOT NULL) <> ${foundIdleViolation(policy, now)})`

async function findLast(tx: Tx, { orgId, after, tokens }: Span): Promise<string | null> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id FROM api_token WHERE org_id = ${orgId}::uuid AND id > ${after}::uuid ORDER BY id LIMIT ${tokens}) next ORDER BY id DESC LIMIT 1`
  return last?.id ?? null
}

/** Revoked tokens are looked at only for flags that their revocation left. */
const isWithin = ({ orgId, after }: Span, last: string) =>
  sql`org_id = ${orgId}::uuid AND id > ${after}::uuid AND id <= ${last}::uuid AND (revoked_at IS NULL OR ${WAS_VIOLATING})`

type Scanned = Omit<DayCounts, 'live' | 'neverUsed' | 'neverExpires' | 'expiringSoon'> & { differing: number; used: number; expiring: number; ended: number; endingSoon: number }

/** Looks at each token once. What is cheap to count is counted and the rest subtracted: this is most of a validation's work. */
async function scan(tx: Tx, span: Span, last: string): Promise<{ counts: DayCounts; differing: number }> {
  const now = tx.now
  const [found] = await tx.$queryRaw<Scanned[]>`
    SELECT count(*)::int AS tokens, count(*) FILTER (WHERE ${differs(span.policy, now)})::int AS differing,
           count(*) FILTER (WHERE ${WAS_VIOLATING})::int AS violating, count(max_violation)::int AS "maxViolating", count(idle_violation_since)::int AS "idleViolating",
           count(deactivated_at)::int AS deactivated, count(last_used_at)::int AS used, count(expires_at)::int AS expiring,
           count(*) FILTER (WHERE expires_at <= ${now.toISOString()}::timestamptz)::int AS ended,
           count(*) FILTER (WHERE expires_at <= ${addTtl(now, days(30)).toISOString()}::timestamptz)::int AS "endingSoon",
           count(*) FILTER (WHERE ${UNUSED_SINCE} <= ${addTtl(now, days(-90)).toISOString()}::timestamptz)::int AS unused
      FROM api_token WHERE ${isWithin(span, last)}`
  if (!found) throw new Error('Nothing was counted')
  const { differing, used, expiring, ended, endingSoon, ...counts } = found
  const { tokens } = counts
  return { differing, counts: { ...counts, live: tokens - ended, expiringSoon: endingSoon - ended, neverUsed: tokens - used, neverExpires: tokens - expiring } }
}

/** Changes flags that are not as they should be, and no others. `since` is when a violation was first found; it stays while its kind does. */
async function correct(tx: Tx, span: Span, last: string): Promise<Pick<Flagged, 'newlyViolating' | 'newlyCompliant'>> {
  const { orgId, policy } = span
  const now = tx.now
  const [maxFound, idleFound, at] = [foundMaxViolation(policy, now), foundIdleViolation(policy, now), sql`${now.toISOString()}::timestamptz`]
  const [changed] = await tx.$queryRaw<Pick<Flagged, 'newlyViolating' | 'newlyCompliant'>[]>`
    WITH locked AS (
      SELECT id AS locked_id, ${WAS_VIOLATING} AS was_violating FROM api_token WHERE ${isWithin(span, last)} AND ${differs(policy, now)} ORDER BY id FOR NO KEY UPDATE
    ), changed AS (
      UPDATE api_token SET max_violation = ${maxFound},
             max_violation_since = CASE WHEN ${maxFound} IS NULL THEN NULL WHEN max_violation = ${maxFound} THEN max_violation_since ELSE ${at} END,
             idle_violation_since = CASE WHEN ${idleFound} THEN coalesce(idle_violation_since, ${at}) END
        FROM locked WHERE org_id = ${orgId}::uuid AND id = locked_id
      RETURNING was_violating, ${WAS_VIOLATING} AS violating, ${isEnded(now)} AS ended
    )
    SELECT count(*) FILTER (WHERE violating AND NOT was_violating)::int AS "newlyViolating",
           count(*) FILTER (WHERE was_violating AND NOT violating AND NOT ended)::int AS "newlyCompliant" FROM changed`
  return changed ?? { newlyViolating: 0, newlyCompliant: 0 }
}

/**
 * Holds the next tokens of an organization against its policy at `tx.now`: what was stored of them is then what
 * findViolations finds. Of many that have to be changed it takes fewer tokens than it was asked for.
 *
 * Tokens are locked by id, and only those that change. Each is read again when its lock is there: one that was used,
 * regenerated or revoked meanwhile is judged as it is then.
 */
export async function flagViolations(tx: Tx, span: Span): Promise<Flagged> {
  const last = await findLast(tx, span)
  if (!last) return { last, counts: NO_COUNTS, newlyViolating: 0, newlyCompliant: 0 }
  const { counts, differing } = await scan(tx, span, last)
  if (differing === 0) return { last, counts, newlyViolating: 0, newlyCompliant: 0 }
  const tokens = Math.floor((span.tokens * MAX_CHANGES) / differing)
  if (differing > MAX_CHANGES && span.tokens > 1) return flagViolations(tx, { ...span, tokens: Math.max(1, Math.min(tokens, Math.floor(span.tokens / 2))) })
  const changed = await correct(tx, span, last)
  return { last, ...changed, counts: (await scan(tx, span, last)).counts }
}
