import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../governed-token'
import { kindOf } from '../kind-filters'
import { isNarrowed, type TokenFilter } from '../token-filter'
import { findCountedDay, MAX_COUNTED } from './find-counted-day'
import { isOfOrganization, matchesFilter } from './token-conditions'

/** What the latest validation counted of the tokens that `filter` looks at; null where it counted no such thing. */
async function findCounted(ctx: GovernorContext, filter: TokenFilter): Promise<number | null> {
  const kind = kindOf(filter)
  if (!kind && isNarrowed(filter)) return null
  const day = await findCountedDay(ctx)
  return day && day[kind ?? 'tokens']
}

/** How many tokens `filter` looks at, at `now`. Beyond 10 000 they are not counted one by one. */
export async function countTokens(ctx: GovernorContext, filter: TokenFilter, now: Date): Promise<Total> {
  const counted = await findCounted(ctx, filter)
  if (counted !== null && counted > MAX_COUNTED) return { count: counted, precision: 'about' }
  const [found] = await prisma().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM api_token WHERE ${isOfOrganization(ctx)} AND ${matchesFilter(filter, now)} LIMIT ${MAX_COUNTED + 1}) counted`
  const count = found?.count ?? 0
  return count > MAX_COUNTED ? { count: MAX_COUNTED, precision: 'at_least' } : { count, precision: 'exact' }
}
