import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { requireRecentSignIn } from '../../platform/recent-sign-in'
import { inTransaction } from '../../platform/transaction'
import type { AllTokens } from '../schemas'
import { lockMembership } from './issuing'
import { lockUnrevoked, markRevoked } from './revoking'

/**
 * Revokes every token of the caller in the organization shown that is not revoked yet: those that are expired or
 * deactivated too, since they could come back.
 *
 * Whoever generates a token meanwhile waits, or has made one that this does not know of: so it takes the number that
 * the person saw and confirmed.
 *
 * @throws {DomainError} sign_in_again; organization_changed where another window has switched since; tokens_changed
 *   where there are more or fewer tokens than the person saw
 * @see spec: product.md §3, Revoke; quality.md §3, Fresh sign-in
 */
export async function revokeAllTokens(ctx: UserContext, { orgId, count }: AllTokens): Promise<void> {
  const recent = requireRecentSignIn(ctx)
  if (orgId !== recent.orgId) throw new DomainError('organization_changed')
  await inTransaction(async (tx) => {
    await lockMembership(tx, recent)
    const tokens = await lockUnrevoked(tx, recent)
    if (tokens.length !== count) throw new DomainError('tokens_changed')
    await recordAuditEvent(tx, recent.request, {
      type: 'csp__revoke_all_api_tokens',
      orgId: recent.orgId,
      actorUserId: recent.userId,
      details: { count },
    })
    await markRevoked(tx, recent, tokens)
  })
}
