import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { RecentUserContext, UserContext } from '../../platform/context'
import type { OwnerContext } from '../../platform/roles'
import { inTransaction } from '../../platform/transaction'

function requirePasscodeGiven({ accessToken }: UserContext): void {
  if (accessToken && !accessToken.methods.includes('otp')) throw new DomainError('mfa_required')
}

/**
 * Enforces MFA for the API tokens of everybody in the organization shown, or stops it: from the commit on an exchange
 * there needs a passcode, whatever its user has chosen. As it is already, it stays so.
 *
 * @throws {DomainError} mfa_required where an access token got without a passcode would stop it: one from before it was
 *   enforced is good for half an hour, and must not end what guards against those who have it
 * @see spec: product.md §3, MFA
 */
export async function enforceTokenMfa(ctx: OwnerContext & RecentUserContext, { enforced }: { enforced: boolean }): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: ctx.orgId, mfaEnforcedAt: enforced ? null : { not: null } },
      data: { mfaEnforcedAt: enforced ? tx.now : null },
    })
    if (count === 0) return
    if (!enforced) requirePasscodeGiven(ctx)
    await recordAuditEvent(tx, ctx.request, {
      type: 'csp__enforce_api_token_mfa',
      orgId: ctx.orgId,
      actorUserId: ctx.userId,
      details: { enforcedFrom: !enforced, enforcedTo: enforced },
    })
  })
}
