import { prisma } from '../../platform/db'
import { isAuditReader, type GovernorContext } from '../../platform/roles'
import { findNames } from '../../tokens/queries/find-names'
import { isUuid } from '../../uuid'
import { obstacleOf, type TokenDetails } from '../token-details'
import { GOVERNED_TOKEN, toGovernedToken, type GovernedTokenRow } from './governed-token-row'
import { listTokenEvents } from './list-token-events'
import { TOKENS } from '../../tokens/queries/token-tables'

type Row = GovernedTokenRow & Pick<TokenDetails, 'generation'>

/** Everything about one of the organization's tokens, whatever became of it; null where it has no such token. */
export async function findTokenDetails(ctx: GovernorContext, tokenId: string): Promise<TokenDetails | null> {
  if (!isUuid(tokenId)) return null
  const now = new Date()
  const [[row], history] = await Promise.all([
    prisma().$queryRaw<Row[]>`
      SELECT ${GOVERNED_TOKEN}, t.generation FROM ${TOKENS} WHERE org_id = ${ctx.orgId}::uuid AND id = ${tokenId}::uuid`,
    isAuditReader(ctx) ? listTokenEvents(ctx, tokenId) : null,
  ])
  if (!row) return null
  const token = toGovernedToken(row, await findNames([row]), now)
  return { ...token, generation: row.generation, obstacle: obstacleOf(token), history }
}
