import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { TokenIds } from '../schemas'
import { lockUnrevoked, markRevoked } from './revoking'

/**
 * Revokes some of the caller's tokens, and with each the access tokens got with it: all of them or none. One that is
 * revoked already stays as it is, so a double click is harmless.
 *
 * @throws {DomainError} not_found where the caller lacks one of them in this organization
 */
export async function revokeTokens(ctx: UserContext, { tokenIds }: TokenIds): Promise<void> {
  const ids = [...new Set(tokenIds)]
  await inTransaction(async (tx) => {
    const mine = await tx.apiToken.count({ where: { orgId: ctx.orgId, userId: ctx.userId, id: { in: ids } } })
    if (mine !== ids.length) throw new DomainError('not_found')
    await markRevoked(tx, ctx, await lockUnrevoked(tx, ctx, ids))
  })
}
