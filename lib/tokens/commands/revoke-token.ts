import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { TokenId } from '../schemas'

/**
 * Revokes one of the caller's tokens, and with it the access tokens got with it. Revoking it again
 * changes nothing, so a double click is harmless.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization
 */
export async function revokeToken(ctx: UserContext, { tokenId }: TokenId): Promise<void> {
  await inTransaction(async (tx) => {
    const mine = { orgId: ctx.orgId, id: tokenId, userId: ctx.userId }
    const { count } = await tx.apiToken.updateMany({ where: { ...mine, revokedAt: null }, data: { revokedAt: tx.now } })
    if (count === 0) {
      if ((await tx.apiToken.count({ where: mine })) === 0) throw new DomainError('not_found')
      return
    }
    await recordAuditEvent(tx, ctx.request, { type: 'csp__revoke_api_token', orgId: ctx.orgId, actorUserId: ctx.userId, tokenId })
  })
}
