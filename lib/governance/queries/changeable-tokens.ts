import { DomainError } from '../../errors'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { GoverningOwnerContext } from '../../platform/roles'
import { readFilter, type TokenFilter } from '../token-filter'
import { FILTER_PARAMETERS } from '../list-address'
import type { CountMatching } from '../schemas'
import type { ChangeKind } from '../token-change'
import { findDatabaseClock } from './find-database-clock'
import { DEACTIVATED, isOfOrganization, matchesFilter, VIOLATING } from './token-conditions'
import { TOKENS } from '../../tokens/queries/token-tables'

const sql = Prisma.sql

/** The filter that parameters of the list's address stand for. */
export function filterOf(parameters: Partial<Record<string, string>>): TokenFilter {
  return readFilter((name) => parameters[FILTER_PARAMETERS[name]] ?? '')
}

/**
 * Whether a token, a row of TOKENS, matches `filter` and there is something to change about it, as things were at `at`: what has been
 * generated, deactivated or found to violate since is not meant.
 */
export function isChangeable(kind: ChangeKind, filter: TokenFilter, at: Date): Prisma.Sql {
  const asItWas = kind === 'deactivate' ? sql`${DEACTIVATED} = '-infinity'` : sql`${DEACTIVATED} > '-infinity' AND ${DEACTIVATED} <= ${at}`
  const violatedThen = filter.violation === null ? sql`TRUE` : sql`${VIOLATING} <= ${at}`
  return sql`${matchesFilter(filter, at)} AND t.revoked_at IS NULL AND t.created_at <= ${at} AND ${asItWas} AND ${violatedThen}`
}

/**
 * How many tokens of the organization match and are to be changed. To be asked before that is confirmed: it counts them all.
 *
 * @throws {DomainError} organization_changed where another window has switched since
 */
export async function countChangeable(ctx: GoverningOwnerContext, { orgId, kind, filter }: CountMatching): Promise<number> {
  if (orgId !== ctx.orgId) throw new DomainError('organization_changed')
  const which = isChangeable(kind, filterOf(filter), await findDatabaseClock())
  const [row] = await prisma().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${TOKENS} WHERE ${isOfOrganization(ctx)} AND ${which}`
  return row?.count ?? 0
}
