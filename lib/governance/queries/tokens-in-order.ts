import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../../total'
import type { ListPlace, Sort } from '../list-address'
import type { ListCursor } from '../list-cursor'
import type { TokenFilter } from '../token-filter'
import { GOVERNED_TOKEN } from './governed-token-row'
import { inOrder, isBeyond, sortedBy } from './list-order'
import { conditionsOf, isLookedThrough, isOfOrganization } from './token-conditions'

const sql = Prisma.sql

/**
 * How the tokens of a page are come by: `near`, along the list for a while and no further; `along` it however far; or
 * by gathering, from whichever index, `all` that the filter looks at and sorting them.
 */
export type Way = 'near' | 'along' | 'all'

/** Where on the list a page is. */
export type Stretch = Pick<ListPlace, 'filter' | 'sort'> & { cursor: ListCursor | null; backwards?: boolean; limit: number }

/** So few are sorted sooner than they are met along the list. */
const FEW = 3_000

/** Whether what there is, if it is `total`, is gathered rather than met along the list. */
export function isFew({ count, precision }: Total): boolean {
  return precision === 'exact' && count <= FEW
}

/** Tokens passed over along the list, for what its index holds and for what the table must be asked. */
const NEAR = 20_000
const NEAR_IN_TABLE = 3_000

/** Whether the index of an order does not hold what the filter looks at. That of the newest holds all but texts. */
function asksTable({ search, token, user, role }: TokenFilter, { key }: Sort): boolean {
  return search !== '' || (key !== 'created' && (token !== null || user !== null || role !== null))
}

const all = (conditions: Prisma.Sql[]) => Prisma.join([sql`TRUE`, ...conditions], ' AND ')

/** Ids in the list's order. What the order's own index can leap over stands inside, the rest is looked at one by one. */
export function idsInOrder(ctx: GovernorContext, { filter, sort, cursor, backwards = false, limit }: Stretch, now: Date, way: Way): Prisma.Sql {
  const conditions = conditionsOf(filter, now).map(({ holds, leap = holds, leaps }) => {
    const within = way === 'all' || leaps.includes(sort.key)
    return { holds: within ? leap : holds, within }
  })
  const inside = [isOfOrganization(ctx), isLookedThrough(filter), ...(cursor ? [isBeyond(cursor, sort, backwards)] : []), ...conditions.filter(({ within }) => within).map(({ holds }) => holds)]
  const outside = conditions.filter(({ within }) => !within).map(({ holds }) => holds)
  const order = inOrder(sort, backwards)
  // OFFSET 0 keeps PostgreSQL from walking along the list in the hope of meeting them soon.
  const extent = { near: sql`ORDER BY ${order} LIMIT ${asksTable(filter, sort) ? NEAR_IN_TABLE : NEAR}`, along: sql`ORDER BY ${order}`, all: sql`OFFSET 0` }[way]
  return sql`SELECT id FROM (SELECT *, ${sortedBy(sort)} FROM api_token WHERE ${all(inside)} ${extent}) looked_at WHERE ${all(outside)} ORDER BY ${order} LIMIT ${limit}`
}

/**
 * Reads the tokens that a filter looks at, at `now`, in the list's order: those behind the cursor, or, backwards, those
 * before it from the nearest on; without one, from the top.
 *
 * What is shown and joined is looked up for the tokens of the page alone.
 */
export function tokensInOrder(ctx: GovernorContext, stretch: Stretch, now: Date, way: Way): Prisma.Sql {
  return sql`
    SELECT ${GOVERNED_TOKEN}, ${sortedBy(stretch.sort)}
      FROM (${idsInOrder(ctx, stretch, now, way)}) page JOIN api_token t USING (id)
     WHERE ${isOfOrganization(ctx)} ORDER BY ${inOrder(stretch.sort, stretch.backwards)}`
}
