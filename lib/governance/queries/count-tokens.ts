import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../governed-token'
import type { TokenFilter } from '../token-filter'
import { findCounted, MAX_COUNTED } from './find-counted-day'
import { isOfOrganization, matchesFilter } from './token-conditions'
import { asksTable } from './tokens-in-order'

/** Up to here tokens are counted where each has to be read for it. */
const MAX_COUNTED_IN_TABLE = 1_000

/**
 * How many tokens `filter` looks at, at `now`.
 *
 * Beyond 10 000 they are not counted one by one: then it is what the latest validation counted, or at least so many.
 * Of what a search, a user or a role finds only 1 000 are counted, since no index holds it.
 */
export async function countTokens(ctx: GovernorContext, filter: TokenFilter, now: Date): Promise<Total> {
  const counted = await findCounted(ctx, filter)
  if (counted !== null && counted > MAX_COUNTED) return { count: counted, precision: 'about' }
  const most = asksTable(filter) ? MAX_COUNTED_IN_TABLE : MAX_COUNTED
  const [found] = await prisma().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM api_token WHERE ${isOfOrganization(ctx)} AND ${matchesFilter(filter, now)} LIMIT ${most + 1}) counted`
  const count = found?.count ?? 0
  return count > most ? { count: most, precision: 'at_least' } : { count, precision: 'exact' }
}
