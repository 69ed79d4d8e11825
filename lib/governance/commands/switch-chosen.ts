import { fullName } from '../../identity/full-name'
import { Prisma } from '../../platform/generated/prisma/client'
import { newId } from '../../platform/ids'
import type { GoverningOwnerContext } from '../../platform/roles'
import { inTransaction } from '../../platform/transaction'
import type { DeactivationReason } from '../../tokens/deactivation-reason'
import { isOfOrganization } from '../queries/token-conditions'
import type { TokenResult } from '../token-change'
import { isExpired, type LockedToken } from './locked-token'
import { lockTokens, switchTokens } from './switching'

type Wanted = { kind: 'deactivate'; reason: DeactivationReason; note: string | null } | { kind: 'activate' }

function outcomeOf(token: LockedToken | undefined, deactivate: boolean): Pick<TokenResult, 'outcome' | 'code'> {
  if (!token) return { outcome: 'refused', code: 'not_found' }
  // What its user has ended for good is no owner's to give back, nor does it need to be taken away.
  if (token.revoked) return { outcome: 'refused', code: 'token_revoked' }
  return { outcome: token.deactivated === deactivate ? 'unchanged' : 'changed', code: null }
}

/**
 * Deactivates or activates tokens by their ids, and says of each what became of it, in the order asked. The ones that
 * can be changed are, in one transaction; the others are named.
 */
export async function switchChosen(ctx: GoverningOwnerContext, tokenIds: readonly string[], wanted: Wanted): Promise<TokenResult[]> {
  const decision = { ...wanted, orgId: ctx.orgId, actorUserId: ctx.userId, actorName: fullName(ctx), peer: ctx.request, actId: newId(), bulkId: null }
  return inTransaction(async (tx) => {
    const locked = await lockTokens(tx, Prisma.sql`${isOfOrganization(ctx)} AND id = ANY(${tokenIds}::uuid[])`)
    const found = new Map(locked.map((token) => [token.id, token]))
    const results = tokenIds.map((tokenId) => {
      const token = found.get(tokenId)
      return { tokenId, ...outcomeOf(token, wanted.kind === 'deactivate'), expired: token !== undefined && isExpired(token, tx.now) }
    })
    const changing = new Set(results.filter(({ outcome }) => outcome === 'changed').map(({ tokenId }) => tokenId))
    await switchTokens(tx, decision, locked.filter(({ id }) => changing.has(id)))
    return results
  })
}
