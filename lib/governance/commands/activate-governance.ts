import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { OwnerContext } from '../../platform/roles'
import { inTransaction } from '../../platform/transaction'
import { startRun, type StartedRun } from './start-validation'

/**
 * Activates Identity Governance and Administration (IGA) for the organization shown: its owners and administrators see
 * every token from the commit on. Activating it again changes nothing, so a double click is harmless.
 *
 * @param asked the organization that the person was asked about
 * @returns the first validation, opened in the same transaction: hand it to revalidate. Null where nothing was changed
 * @throws {DomainError} organization_changed where another window has switched since
 */
export async function activateGovernance(ctx: OwnerContext, asked: { orgId: string }): Promise<StartedRun | null> {
  if (asked.orgId !== ctx.orgId) throw new DomainError('organization_changed')
  return inTransaction(async (tx) => {
    const { count } = await tx.organization.updateMany({ where: { id: ctx.orgId, igaActivatedAt: null }, data: { igaActivatedAt: tx.now } })
    if (count === 0) return null
    await recordAuditEvent(tx, ctx.request, { type: 'csp__activate_governance', orgId: ctx.orgId, actorUserId: ctx.userId })
    return startRun(tx, { orgId: ctx.orgId, trigger: 'owner', startedBy: ctx.userId })
  })
}
