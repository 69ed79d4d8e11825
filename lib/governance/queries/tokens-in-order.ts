import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../../total'
import type { ListPlace } from '../list-address'
import type { ListCursor } from '../list-cursor'
import type { TokenFilter } from '../token-filter'
import { GOVERNED_TOKEN } from './governed-token-row'
import { inOrder, isBeyond, sortedBy, tableOf } from './list-order'
import { conditionsOf, isLookedThrough, isOfOrganization } from './token-conditions'
import { TOKENS, TOKENS_ALONG, type TokenTable } from '../../tokens/queries/token-tables'

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

/** Tokens passed over along the list: for what its index holds, for what the other table's must be asked, and for what is read in the token itself. */
const NEAR = 20_000
const NEAR_IN_BOTH = 10_000
const NEAR_IN_TABLE = 3_000

/** How far it is looked along the list for what `rest` is asked of each token. */
function reachOf(rest: ReturnType<typeof conditionsOf>, along: TokenTable, { status }: TokenFilter): number {
  if (status === 'revoked' || rest.some(({ within }) => within === 'none')) return NEAR_IN_TABLE
  return rest.every(({ within }) => within === along || within === 'both') ? NEAR : NEAR_IN_BOTH
}

/** Whether what the filter looks at is in one table, and the order in the other. */
export function isInBoth({ filter, sort }: Pick<ListPlace, 'filter' | 'sort'>, now: Date): boolean {
  const along = tableOf(sort, filter)
  return conditionsOf(filter, now, along).some(({ within }) => within !== along && within !== 'both')
}

const all = (conditions: Prisma.Sql[]) => Prisma.join([sql`TRUE`, ...conditions], ' AND ')

/** Ids in the list's order, with what they are sorted by. What the order's own index can leap over is asked first, the rest of one token at a time. */
export function idsInOrder(ctx: GovernorContext, { filter, sort, cursor, backwards = false, limit }: Stretch, now: Date, way: Way): Prisma.Sql {
  const along = tableOf(sort, filter)
  const conditions = conditionsOf(filter, now, along)
  const first = conditions.filter(({ leaps }) => way === 'all' || leaps.includes(sort.key))
  const rest = conditions.filter((condition) => !first.includes(condition))
  const asked = [isOfOrganization(ctx), isLookedThrough(filter, along), ...(cursor ? [isBeyond(cursor, sort, along, backwards)] : []), ...first.map(({ holds, leap = holds }) => leap)]
  const order = inOrder(sort, backwards)
  // OFFSET 0 keeps PostgreSQL from walking along the list in the hope of meeting them soon.
  const extent = { near: sql`ORDER BY ${order} LIMIT ${reachOf(rest, along, filter)}`, along: sql`ORDER BY ${order}`, all: sql`OFFSET 0` }[way]
  return sql`
    SELECT id, list_key FROM (
      SELECT id, ${sortedBy(sort, along)}, ${all(rest.map(({ holds }) => holds))} AS matches FROM ${TOKENS_ALONG[along]} WHERE ${all(asked)} ${extent}) looked_at
     WHERE matches ORDER BY ${order} LIMIT ${limit}`
}

/**
 * Reads the tokens that a filter looks at, at `now`, in the list's order: those behind the cursor, or, backwards, those
 * before it from the nearest on; without one, from the top.
 *
 * What is shown and joined is looked up for the tokens of the page alone.
 */
export function tokensInOrder(ctx: GovernorContext, stretch: Stretch, now: Date, way: Way): Prisma.Sql {
  return sql`
    SELECT ${GOVERNED_TOKEN}, list_key
      FROM (${idsInOrder(ctx, stretch, now, way)}) page JOIN (${TOKENS}) USING (id)
     WHERE ${isOfOrganization(ctx)} ORDER BY ${inOrder(stretch.sort, stretch.backwards)}`
}
