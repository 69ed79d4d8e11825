import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import { countedTo, type Total } from '../../total'
import type { TokenFilter } from '../token-filter'
import { findCounted, isCounted, MAX_COUNTED } from './find-counted-day'
import { conditionsOf, isLookedThrough, isOfOrganization, isWithin } from './token-conditions'
import { inEither, TOKENS_ALONG, TOKENS_THROUGH } from '../../tokens/queries/token-tables'

const CREATED = inEither('created_at')

/** Up to here tokens are counted of which no validation counts how many there are: every page waits for it. */
const MAX_COUNTED_EACH_TIME = 2_500

/** Up to here tokens are counted where each has to be read for it. */
const MAX_COUNTED_IN_TABLE = 1_000

/** The same where it is looked for in several texts of each. */
const MAX_COUNTED_FOUND = 500

/** Beyond so many, what `filter` looks at is not counted one by one. */
function mostCounted(filter: TokenFilter): number {
  const { search, user, role, violation, unused, status } = filter
  const inBoth = status !== null && (violation !== null || unused !== null)
  if (search !== '') return MAX_COUNTED_FOUND
  if (user !== null || role !== null || inBoth) return MAX_COUNTED_IN_TABLE
  return isCounted(filter) ? MAX_COUNTED : MAX_COUNTED_EACH_TIME
}

/**
 * Counts what `filter` looks at, to one more than is counted. Read in the order of an index, or PostgreSQL reads the
 * table from its beginning in the hope of meeting so many soon. Of a search it knows how much it finds, and does so
 * only where they are soon met indeed.
 */
export function countQuery(ctx: GovernorContext, filter: TokenFilter, now: Date): Prisma.Sql {
  const along = filter.violation === null && filter.unused === null ? 't' : 'l'
  const conditions = conditionsOf(filter, now, along)
  const range = conditions.at(-1)?.range ?? CREATED[along]
  const order = filter.search === '' ? Prisma.sql`ORDER BY ${range}` : Prisma.empty
  const read = isWithin(conditions, along) ? along : 'both'
  const matches = Prisma.join([isOfOrganization(ctx), isLookedThrough(filter, read), ...conditions.map(({ holds, leap = holds }) => leap)], ' AND ')
  return Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM ${(read === 'both' ? TOKENS_THROUGH : TOKENS_ALONG)[along]} WHERE ${matches} ${order} LIMIT ${mostCounted(filter) + 1}) counted`
}

/**
 * How many tokens `filter` looks at, at `now`.
 *
 * Beyond 10 000 they are not counted one by one: then it is what the latest validation counted, or at least so many;
 * where none counts them, beyond 2 500. Of what a user or a role finds only 1 000 are counted, since each has to be read
 * for it, and of what a search finds 500.
 */
export async function countTokens(ctx: GovernorContext, filter: TokenFilter, now: Date): Promise<Total> {
  const counted = await findCounted(ctx, filter)
  if (counted !== null && counted > MAX_COUNTED) return { count: counted, precision: 'about' }
  const [found] = await prisma().$queryRaw<{ count: number }[]>(countQuery(ctx, filter, now))
  return countedTo(mostCounted(filter), found?.count ?? 0)
}
