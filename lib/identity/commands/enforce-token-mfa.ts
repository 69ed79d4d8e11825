import { recordAuditEvent } from '../../audit/commands'
import type { RecentUserContext } from '../../platform/context'
import type { OwnerContext } from '../../platform/roles'
import { inTransaction } from '../../platform/transaction'

/**
 * Enforces MFA for the API tokens of everybody in the organization shown, or stops it: from the commit on an exchange
 * there needs a passcode, whatever its user has chosen. As it is already, it stays so.
 *
 * @see spec: product.md §3, MFA
 */
export async function enforceTokenMfa(ctx: OwnerContext & RecentUserContext, { enforced }: { enforced: boolean }): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: ctx.orgId, mfaEnforcedAt: enforced ? null : { not: null } },
      data: { mfaEnforcedAt: enforced ? tx.now : null },
    })
    if (count === 0) return
    await recordAuditEvent(tx, ctx.request, {
      type: 'csp__enforce_api_token_mfa',
      orgId: ctx.orgId,
      actorUserId: ctx.userId,
      details: { enforcedFrom: !enforced, enforcedTo: enforced },
    })
  })
}
