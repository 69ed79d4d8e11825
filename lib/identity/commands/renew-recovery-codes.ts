import { DomainError } from '../../errors'
import type { RecentUserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { Passcode } from '../mfa-schemas'
import { lockActiveDevice } from './lock-mfa-device'
import { makeRecoveryCodes } from './make-recovery-codes'
import { announceMfaChange } from './mfa-change'
import { requirePasscode } from './require-passcode'

/**
 * Makes ten new recovery codes; the earlier ones are dead from the commit on.
 *
 * @throws {DomainError} what requirePasscode throws
 */
export async function renewRecoveryCodes(ctx: RecentUserContext, { code }: Passcode): Promise<{ recoveryCodes: string[] }> {
  await requirePasscode(ctx, code)
  return inTransaction(async (tx) => {
    const device = await lockActiveDevice(tx, ctx.userId)
    if (!device) throw new DomainError('mfa_device_missing')
    const recoveryCodes = await makeRecoveryCodes(tx, ctx.userId)
    await announceMfaChange(tx, ctx, 'recovery_codes_renewed', { deviceName: device.name })
    return { recoveryCodes }
  })
}
