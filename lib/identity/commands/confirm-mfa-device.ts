import { DomainError } from '../../errors'
import type { RecentUserContext } from '../../platform/context'
import { decryptAtRest } from '../../platform/crypto-keys'
import { inTransaction } from '../../platform/transaction'
import { isStillPending, secretPurpose } from '../mfa-device'
import type { ConfirmDevice } from '../mfa-schemas'
import { matchingSteps, readTotpCode } from '../totp'
import { lockMfaDevice } from './lock-mfa-device'
import { makeRecoveryCodes } from './make-recovery-codes'
import { announceMfaChange } from './mfa-change'

/**
 * Activates the device that was started and turns MFA on: a code has shown that the device knows its secret. That code
 * is spent.
 *
 * Wrong ones are not counted: whoever guesses here has the secret before their eyes.
 *
 * @returns ten recovery codes, shown once
 * @throws {DomainError} mfa_device_active; mfa_device_not_started, also where it was started too long ago;
 *   mfa_new_code_wrong, about `code`
 */
export async function confirmMfaDevice(ctx: RecentUserContext, { code, name }: ConfirmDevice): Promise<{ recoveryCodes: string[] }> {
  return inTransaction(async (tx) => {
    const device = await lockMfaDevice(tx, ctx.userId)
    if (device?.activatedAt) throw new DomainError('mfa_device_active')
    if (!device || !isStillPending(device.createdAt, tx.now)) throw new DomainError('mfa_device_not_started')
    const digits = readTotpCode(code)
    const secret = decryptAtRest(device.encryptedSecret, secretPurpose(ctx.userId))
    const step = digits === null ? undefined : matchingSteps(secret, digits, tx.now).at(-1)
    if (step === undefined) throw new DomainError('mfa_new_code_wrong', 'code')
    const deviceName = name ?? device.name
    await tx.mfaDevice.update({
      where: { userId: ctx.userId },
      data: { name: deviceName, activatedAt: tx.now, turnedOn: true, lastStep: step },
      select: { userId: true },
    })
    const recoveryCodes = await makeRecoveryCodes(tx, ctx.userId)
    await announceMfaChange(tx, ctx, 'activated', { deviceName })
    return { recoveryCodes }
  })
}
