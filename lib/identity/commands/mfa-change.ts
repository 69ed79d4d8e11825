import { recordPersonalEvent } from '../../audit/commands'
import type { AuditEventType } from '../../audit/events'
import { enqueueMail } from '../../mail/commands/enqueue-mail'
import type { MfaChange } from '../../mail/mails'
import { newId } from '../../platform/ids'
import type { Peer } from '../../platform/peer'
import type { Tx } from '../../platform/transaction'

/** Whose MFA it is, and who asks; a UserContext is one. */
export type MfaHolder = { userId: string; orgId: string; request: Peer }

const EVENTS = {
  activated: 'csp__activate_mfa_device',
  deactivated: 'csp__deactivate_mfa_device',
  turned_on: 'csp__turn_on_mfa',
  turned_off: 'csp__turn_off_mfa',
  recovery_code_used: 'csp__use_recovery_code',
  recovery_codes_renewed: 'csp__renew_recovery_codes',
} as const satisfies Record<MfaChange, AuditEventType>

type Details = { deviceName: string; recoveryCodesLeft?: number }

/** The organizations of a person: what is done to an account counts in all of them. */
export async function organizationsOf(tx: Tx, userId: string): Promise<{ id: string }[]> {
  const memberships = await tx.membership.findMany({ where: { userId, status: 'active' }, orderBy: { orgId: 'asc' }, select: { orgId: true } })
  return memberships.map(({ orgId }) => ({ id: orgId }))
}

/** Records what happened to a person's MFA and mails it to them, in the transaction of what happened. Nobody turns that mail off. */
export async function announceMfaChange(tx: Tx, holder: MfaHolder, change: MfaChange, details: Details): Promise<void> {
  const { userId, orgId, request } = holder
  await recordPersonalEvent(tx, { userId, request, organizations: await organizationsOf(tx, userId) }, { type: EVENTS[change], details })
  await enqueueMail(tx, {
    orgId,
    recipientId: userId,
    template: 'mfa_changed',
    cause: `mfa_${change}:${newId()}`,
    data: { change, deviceName: details.deviceName, at: tx.now.toISOString(), ip: request.ip, recoveryCodesLeft: details.recoveryCodesLeft ?? null },
  })
}
