import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { findNames } from '../../tokens/queries/find-names'
import type { GovernedToken } from '../governed-token'
import { GOVERNED_TOKEN, toGovernedToken, type GovernedTokenRow } from './governed-token-row'

/** Some of the organization's tokens, in no order; ids that are none of its are left out. */
export async function listTokensByIds(ctx: GovernorContext, ids: readonly string[]): Promise<GovernedToken[]> {
  const now = new Date()
  const rows = await prisma().$queryRaw<GovernedTokenRow[]>`
    SELECT ${GOVERNED_TOKEN} FROM api_token t WHERE t.org_id = ${ctx.orgId}::uuid AND t.id = ANY(${ids}::uuid[])`
  const names = await findNames(rows)
  return rows.map((row) => toGovernedToken(row, names, now))
}
