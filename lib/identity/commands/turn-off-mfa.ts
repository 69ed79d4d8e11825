import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { Passcode } from '../mfa-schemas'
import { lockActiveDevice } from './lock-mfa-device'
import { announceMfaChange } from './mfa-change'
import { requirePasscode } from './require-passcode'

/** Read once before a code is spent for nothing, and again in the transaction that turns MFA off. */
async function requireFreedom(tx: Pick<Tx, 'membership'>, { userId }: UserContext): Promise<void> {
  const enforcing = await tx.membership.count({ where: { userId, status: 'active', organization: { mfaEnforcedAt: { not: null } } } })
  if (enforcing > 0) throw new DomainError('mfa_enforced')
}

/**
 * Turns the caller's MFA off; the device stays. Off already, it stays so.
 *
 * @throws {DomainError} mfa_enforced while an organization of the person enforces MFA for API tokens;
 *   what requirePasscode throws
 */
export async function turnOffMfa(ctx: UserContext, { code }: Passcode): Promise<void> {
  await requireFreedom(prisma(), ctx)
  await requirePasscode(ctx, code)
  await inTransaction(async (tx) => {
    const device = await lockActiveDevice(tx, ctx.userId)
    if (!device) throw new DomainError('mfa_device_missing')
    await requireFreedom(tx, ctx)
    if (!device.turnedOn) return
    await tx.mfaDevice.update({ where: { userId: ctx.userId }, data: { turnedOn: false }, select: { userId: true } })
    await announceMfaChange(tx, ctx, 'turned_off', { deviceName: device.name })
  })
}
