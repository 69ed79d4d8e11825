import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { findNames } from '../../tokens/queries/find-names'
import type { GovernedToken } from '../governed-token'
import type { ListPlace } from '../list-address'
import { sortKeyOf, type ListCursor } from '../list-cursor'
import { countTokens } from './count-tokens'
import { toGovernedToken, type GovernedTokenRow } from './governed-token-row'
import { isFew, tokensInOrder } from './tokens-in-order'

/** Rows that are held at a time. */
const LOT = 1_000

/**
 * All tokens of the organization that a filter looks at, in the list's order, a lot at a time: however many there are,
 * no more than a lot is held. Each lot is read when it is asked for, and begins where the last one ended, so what
 * changes its place meanwhile may be missing or come twice.
 */
export async function* readAllTokens(ctx: GovernorContext, { filter, sort }: Pick<ListPlace, 'filter' | 'sort'>): AsyncGenerator<GovernedToken[], void> {
  const now = new Date()
  // Few among many would be looked for along the whole list, each token of it read: longer than a statement may take.
  const way = isFew(await countTokens(ctx, filter, now)) ? 'all' : 'either'
  let cursor: ListCursor | null = null
  do {
    const rows: GovernedTokenRow[] = await prisma().$queryRaw(tokensInOrder(ctx, { filter, sort, cursor, limit: LOT }, now, way))
    const names = await findNames(rows)
    yield rows.map((row) => toGovernedToken(row, names, now))
    const last = rows.at(-1)
    cursor = last && rows.length === LOT ? { key: sortKeyOf(last, sort.key), id: last.id, ordinal: 1 } : null
  } while (cursor)
}
