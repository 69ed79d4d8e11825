import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { isUuid } from '../../uuid'
import type { WouldViolate } from '../policy-preview'
import type { TtlPolicy } from '../violation'
import { findDatabaseClock } from './find-database-clock'
import { newlyViolatingRows, toWouldViolate, type NewlyViolatingRow } from './newly-violating'

const PAGE_SIZE = 50

/** Where a page begins: behind the token with this id. Anything else begins at the top. */
async function findPlace(ctx: GovernorContext, after: string | undefined) {
  if (!after || !isUuid(after)) return null
  return prisma().apiToken.findUnique({ where: { orgId_id: { orgId: ctx.orgId, id: after } }, select: { name: true, id: true } })
}

/**
 * The tokens that `policy` would make violate, by name, a page of 50.
 *
 * @param after the last token of the page before
 * @returns with where the next page begins, or null
 */
export async function listNewlyViolating(ctx: GovernorContext, policy: TtlPolicy, after?: string): Promise<{ tokens: WouldViolate[]; next: string | null }> {
  const [now, behind] = await Promise.all([findDatabaseClock(), findPlace(ctx, after)])
  const rows = await prisma().$queryRaw<NewlyViolatingRow[]>(newlyViolatingRows(ctx, policy, now, { behind, limit: PAGE_SIZE + 1 }))
  const page = rows.slice(0, PAGE_SIZE).map(toWouldViolate)
  return { tokens: page, next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}
