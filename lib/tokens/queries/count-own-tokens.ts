import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import { OWN_TOKEN_VIEWS } from '../list-filter'
import type { OwnTokenCounts } from '../own-token'
import { belongsTo, isFoundBy, isLive, isMine } from './own-token-conditions'
import { TOKENS } from './token-tables'

type Counted = OwnTokenCounts['views'] & Omit<OwnTokenCounts, 'views'>

/** How many tokens of the caller there are in the organization shown: those of each view narrowed by `search`, the rest not. */
export async function countOwnTokens(ctx: UserContext, search: string, now: Date): Promise<OwnTokenCounts> {
  const found = isFoundBy(search)
  const views = OWN_TOKEN_VIEWS.map(
    (view) => Prisma.sql`(count(*) FILTER (WHERE ${found} AND ${belongsTo(view, ctx, now)}))::int AS ${Prisma.raw(`"${view}"`)}`,
  )
  const [counted] = await prisma().$queryRaw<Counted[]>`
    SELECT ${Prisma.join(views)}, (count(*) FILTER (WHERE ${isLive(now)}))::int AS live,
           (count(*) FILTER (WHERE t.revoked_at IS NULL))::int AS "notRevoked", count(*)::int AS total
      FROM ${TOKENS} WHERE ${isMine(ctx)}`
  if (!counted) throw new Error('The database did not count')
  const { live, notRevoked, total, ...rest } = counted
  return { views: rest, live, notRevoked, total }
}
