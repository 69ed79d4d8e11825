import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { Passcode } from '../mfa-schemas'
import { lockActiveDevice } from './lock-mfa-device'
import { announceMfaChange } from './mfa-change'
import { requirePasscode } from './require-passcode'

/**
 * Forgets the caller's device and its recovery codes.
 *
 * Also while an organization enforces MFA for API tokens, unlike turning it off: without a device tokens cannot be
 * exchanged at all there, so this opens nothing, and it is the way to another device.
 *
 * @throws {DomainError} what requirePasscode throws
 */
export async function deactivateMfaDevice(ctx: UserContext, { code }: Passcode): Promise<void> {
  await requirePasscode(ctx, code)
  await inTransaction(async (tx) => {
    const device = await lockActiveDevice(tx, ctx.userId)
    if (!device) throw new DomainError('mfa_device_missing')
    await tx.mfaRecoveryCode.deleteMany({ where: { userId: ctx.userId } })
    await tx.mfaDevice.delete({ where: { userId: ctx.userId }, select: { userId: true } })
    await announceMfaChange(tx, ctx, 'deactivated', { deviceName: device.name })
  })
}
