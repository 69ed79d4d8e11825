import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../../total'
import type { ListPlace } from '../list-address'
import type { ListCursor } from '../list-cursor'
import type { TokenFilter } from '../token-filter'
import { GOVERNED_TOKEN } from './governed-token-row'
import { inOrder, isBeyond, isGatheredBeyond, sortedBy, tableOf } from './list-order'
import { conditionsOf, isLookedThrough, isOfOrganization, isWithin, type Condition } from './token-conditions'
import { TOKENS, TOKENS_ALONG, TOKENS_THROUGH, type TokenTable } from '../../tokens/queries/token-tables'

const sql = Prisma.sql

/**
 * How the tokens of a page are come by: `near`, along the list for a while and no further; `along` it however far;
 * by gathering, from whichever index, `all` that the filter looks at and sorting them; or by `either` of the two, as
 * PostgreSQL expects less work.
 */
export type Way = 'near' | 'along' | 'all' | 'either'

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
function reachOf(rest: readonly Condition[], along: TokenTable, { status }: TokenFilter): number {
  const read = rest.some(({ within }) => within === 'none')
  // What a search finds is gathered soon, but not where the rest of the filter has to be asked of all of it.
  if (status === 'revoked' || (read && rest.length === 1)) return NEAR_IN_TABLE
  if (read) return NEAR_IN_BOTH
  return rest.every(({ within }) => within === along || within === 'both') ? NEAR : NEAR_IN_BOTH
}

/** Whether what the filter looks at is in one table, and the order in the other. */
export function isInBoth({ filter, sort }: Pick<ListPlace, 'filter' | 'sort'>, now: Date): boolean {
  const along = tableOf(sort, filter)
  return !isWithin(conditionsOf(filter, now, along), along)
}

/** What is asked of all tokens to gather some. What both tables have is asked of both where both are read: either may then be the one to begin with. */
function gathering(filter: TokenFilter, now: Date, along: TokenTable): { conditions: readonly Condition[]; read: TokenTable | 'both' } {
  const conditions = conditionsOf(filter, now, along)
  if (isWithin(conditions, along)) return { conditions, read: along }
  const again = conditionsOf(filter, now, along === 't' ? 'l' : 't').filter(({ within }) => within === 'both')
  return { conditions: [...conditions, ...again], read: 'both' }
}

/** What is asked to meet tokens along the list: first what the order's own index can leap over, the rest of one token at a time. */
function meeting({ filter, sort, cursor, backwards = false }: Stretch, now: Date, along: TokenTable) {
  // The end where the list began is over already behind a cursor: to leap over it once more would lead back there.
  const over = cursor && (sort.descending === backwards ? 'bottom' : 'top')
  const conditions = conditionsOf(filter, now, along)
  const first = conditions.filter(({ leaps: { [sort.key]: leap } }) => leap && leap !== over)
  return { conditions: first, rest: conditions.filter((condition) => !first.includes(condition) && !condition.implied), read: along }
}

/** Whether an index of the table that has the order finds something of what the filter looks at. */
export function isIndexed({ filter, sort }: Pick<ListPlace, 'filter' | 'sort'>, now: Date): boolean {
  return filter.role !== null || conditionsOf(filter, now, tableOf(sort, filter)).some(({ leaps }) => Object.keys(leaps).length > 0)
}

const all = (conditions: Prisma.Sql[]) => Prisma.join([sql`TRUE`, ...conditions], ' AND ')

/** Ids in the list's order, with what they are sorted by. */
export function idsInOrder(ctx: GovernorContext, stretch: Stretch, now: Date, way: Way): Prisma.Sql {
  const { filter, sort, cursor, backwards = false, limit } = stretch
  const along = tableOf(sort, filter)
  const { conditions, rest, read } = way === 'all' ? { ...gathering(filter, now, along), rest: [] } : meeting(stretch, now, along)
  const asked = [isOfOrganization(ctx), isLookedThrough(filter, read), ...(cursor && way !== 'all' ? [isBeyond(cursor, sort, along, backwards)] : []), ...conditions.map(({ holds, leap = holds }) => leap)]
  const order = inOrder(sort, backwards)
  // OFFSET 0 keeps PostgreSQL from gathering where it is to walk along the list, and from walking in the hope of meeting some soon where it is to gather.
  const extents = { near: sql`ORDER BY ${order} LIMIT ${reachOf(rest, along, filter)}`, along: sql`ORDER BY ${order} OFFSET 0`, either: sql`ORDER BY ${order}`, all: sql`OFFSET 0` }
  return sql`
    SELECT id, list_key FROM (
      SELECT id, ${sortedBy(sort, along)}, ${all(rest.map(({ holds }) => holds))} AS matches FROM ${(read === 'both' ? TOKENS_THROUGH : TOKENS_ALONG)[along]} WHERE ${all(asked)} ${extents[way]}) looked_at
     WHERE ${all([sql`matches`, ...(cursor && way === 'all' ? [isGatheredBeyond(cursor, sort, backwards)] : [])])} ORDER BY ${order} LIMIT ${limit}`
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
