import { Prisma } from '../../platform/generated/prisma/client'
import type { Tx } from '../../platform/transaction'
import { addTtl } from '../../time'
import { DEACTIVATED, UNUSED_SINCE } from '../queries/token-conditions'
import { foundIdleViolation, foundMaxViolation, isEnded, WAS_VIOLATING } from '../queries/violation-conditions'
import type { DayCounts } from '../validation-run'
import type { TtlPolicy } from '../violation'

const sql = Prisma.sql
const days = (value: number) => ({ value, unit: 'days' }) as const

/** An organization's tokens under its policy: those whose ids come after `after`, up to `until`. */
export type Span = { orgId: string; policy: TtlPolicy; after: string; until: string }

export type Changed = { newlyViolating: number; newlyCompliant: number }

const differs = (policy: TtlPolicy, now: Date) =>
  sql`(l.max_violation IS DISTINCT FROM ${foundMaxViolation(policy, now)} OR (l.idle_violation_since IS NOT NULL) <> ${foundIdleViolation(policy, now)})`

const isBetween = ({ orgId, after, until }: Span) => sql`org_id = ${orgId}::uuid AND id > ${after}::uuid AND id <= ${until}::uuid`

/** Revoked tokens are looked at only for flags that their revocation left. */
const isWithin = (span: Span) => sql`${isBetween(span)} AND (l.revoked_at IS NULL OR ${WAS_VIOLATING})`

type Scanned = Omit<DayCounts, 'live' | 'neverUsed' | 'neverExpires' | 'expiringSoon'> & { differing: number; used: number; expiring: number; ended: number; endingSoon: number }

/**
 * Counts what there is, as it is stored, and the tokens of which something else would have to be stored at `tx.now`.
 * Reads each token once. What is cheap to count is counted and the rest subtracted: this is most of a validation's work.
 */
export async function countSpan(tx: Tx, span: Span): Promise<{ counts: DayCounts; differing: number }> {
  const now = tx.now
  const [found] = await tx.$queryRaw<Scanned[]>`
    SELECT count(*)::int AS tokens, count(*) FILTER (WHERE ${differs(span.policy, now)})::int AS differing,
           count(*) FILTER (WHERE ${WAS_VIOLATING})::int AS violating, count(max_violation)::int AS "maxViolating", count(idle_violation_since)::int AS "idleViolating",
           (SELECT count(*)::int FROM api_token t WHERE ${isBetween(span)} AND t.revoked_at IS NULL AND ${DEACTIVATED} > '-infinity') AS deactivated, count(last_used_at)::int AS used, count(expires_at)::int AS expiring,
           count(*) FILTER (WHERE expires_at <= ${now.toISOString()}::timestamptz)::int AS ended,
           count(*) FILTER (WHERE expires_at <= ${addTtl(now, days(30)).toISOString()}::timestamptz)::int AS "endingSoon",
           count(*) FILTER (WHERE ${UNUSED_SINCE} <= ${addTtl(now, days(-90)).toISOString()}::timestamptz)::int AS unused
      FROM token_life l WHERE ${isWithin(span)}`
  if (!found) throw new Error('Nothing was counted')
  const { differing, used, expiring, ended, endingSoon, ...counts } = found
  const { tokens } = counts
  return { differing, counts: { ...counts, live: tokens - ended, expiringSoon: endingSoon - ended, neverUsed: tokens - used, neverExpires: tokens - expiring } }
}

/**
 * The tokens of which something else would have to be stored, by id; the first `most` of them. They are found before
 * they are sorted: in the order of an index a table whose rows lie in another order is read many times over.
 */
export async function listDiffering(tx: Tx, span: Span, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id FROM token_life l WHERE ${isWithin(span)} AND ${differs(span.policy, tx.now)} OFFSET 0) differing ORDER BY id LIMIT ${most}`
  return rows.map(({ id }) => id)
}

/**
 * Stores what findViolations finds of these tokens at `tx.now`, where it is not what is stored. `since` is when a
 * violation was first found; it stays while its kind does.
 *
 * Their lives are locked by id, and only those that change. Each is read again when its lock is there: one that was used,
 * regenerated or revoked meanwhile is judged as it is then.
 */
export async function correctFlags(tx: Tx, { orgId, policy }: Pick<Span, 'orgId' | 'policy'>, ids: readonly string[]): Promise<Changed> {
  const now = tx.now
  const [maxFound, idleFound, at] = [foundMaxViolation(policy, now), foundIdleViolation(policy, now), sql`${now.toISOString()}::timestamptz`]
  const [changed] = await tx.$queryRaw<Changed[]>`
    WITH locked AS (
      SELECT id AS locked_id, ${WAS_VIOLATING} AS was_violating FROM token_life l
       WHERE org_id = ${orgId}::uuid AND id = ANY (${ids}::uuid[]) AND ${differs(policy, now)} ORDER BY id FOR NO KEY UPDATE
    ), changed AS (
      UPDATE token_life l SET max_violation = ${maxFound},
             max_violation_since = CASE WHEN ${maxFound} IS NULL THEN NULL WHEN l.max_violation = ${maxFound} THEN l.max_violation_since ELSE ${at} END,
             idle_violation_since = CASE WHEN ${idleFound} THEN coalesce(l.idle_violation_since, ${at}) END
        FROM locked WHERE org_id = ${orgId}::uuid AND id = locked_id
      RETURNING was_violating, ${WAS_VIOLATING} AS violating, ${isEnded(now)} AS ended
    )
    SELECT count(*) FILTER (WHERE violating AND NOT was_violating)::int AS "newlyViolating",
           count(*) FILTER (WHERE was_violating AND NOT violating AND NOT ended)::int AS "newlyCompliant" FROM changed`
  return changed ?? { newlyViolating: 0, newlyCompliant: 0 }
}
