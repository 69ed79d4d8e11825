import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import { addTtl } from '../../time'
import { RECENT_DAYS, type PolicyPreview } from '../policy-preview'
import type { TtlPolicy } from '../violation'
import { findDatabaseClock } from './find-database-clock'
import { newlyViolatingRows, toWouldViolate, type NewlyViolatingRow } from './newly-violating'
import { isOfOrganization } from './token-conditions'
import { isEnded, isFoundViolating, WAS_VIOLATING } from './violation-conditions'

const sql = Prisma.sql

/** Tokens that are named where nobody asked for more. */
const NAMED = 5

type Counts = Record<'total' | 'newlyViolating' | 'usersViolating' | 'newlyCompliant' | 'usersCompliant' | 'recentlyUsed' | 'violatingNow', number>

/** Summed by user first: telling users apart in a sum over all tokens would sort a million of them. */
function counts(ctx: GovernorContext, policy: TtlPolicy, now: Date): Prisma.Sql {
  const recently = addTtl(now, { value: -RECENT_DAYS, unit: 'days' }).toISOString()
  return sql`
    SELECT coalesce(sum(looked_at), 0)::int AS total, coalesce(sum(violating), 0)::int AS "violatingNow",
           coalesce(sum(worse), 0)::int AS "newlyViolating", (count(*) FILTER (WHERE worse > 0))::int AS "usersViolating",
           coalesce(sum(better), 0)::int AS "newlyCompliant", (count(*) FILTER (WHERE better > 0))::int AS "usersCompliant",
           coalesce(sum(recent), 0)::int AS "recentlyUsed"
      FROM (SELECT count(*) AS looked_at, count(*) FILTER (WHERE was) AS violating,
                   count(*) FILTER (WHERE will AND NOT was) AS worse, count(*) FILTER (WHERE was AND NOT will) AS better,
                   count(*) FILTER (WHERE will AND NOT was AND last_used_at > ${recently}::timestamptz) AS recent
              FROM (SELECT l.user_id, l.last_used_at, ${WAS_VIOLATING} AS was, ${isFoundViolating(policy, now)} AS will
                      FROM token_life l WHERE ${isOfOrganization(ctx)} AND NOT ${isEnded(now)}) AS token
             GROUP BY user_id) AS of_user`
}

/**
 * What saving `policy` would change, and for whom: exactly what the validation that follows will find on the same data.
 *
 * That is why it compares with the flags as the latest validation stored them, not with what today's policy would
 * come to by now: a token that has gone idle since yesterday's validation will be newly violating, whoever saves what.
 *
 * @param named how many of the newly violating tokens are told by name
 * @throws {Error} where the organization is so large that it takes longer than a statement may
 */
export async function previewPolicy(ctx: GovernorContext, policy: TtlPolicy, { named = NAMED } = {}): Promise<PolicyPreview> {
  const now = await findDatabaseClock()
  const [[found], rows] = await prisma().$transaction(
    [prisma().$queryRaw<Counts[]>(counts(ctx, policy, now)), prisma().$queryRaw<NewlyViolatingRow[]>(newlyViolatingRows(ctx, policy, now, { limit: named }))],
    // One snapshot: what is named is among what is counted.
    { isolationLevel: 'RepeatableRead' },
  )
  if (!found) throw new Error('A sum without a row')
  return {
    at: now,
    ...found,
    unchanged: found.total - found.newlyViolating - found.newlyCompliant,
    violatingAfter: found.violatingNow + found.newlyViolating - found.newlyCompliant,
    first: rows.map(toWouldViolate),
  }
}
