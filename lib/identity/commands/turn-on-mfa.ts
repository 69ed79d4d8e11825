import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { TurnOnMfa } from '../mfa-schemas'
import { lockActiveDevice } from './lock-mfa-device'
import { announceMfaChange } from './mfa-change'
import { requirePasscode } from './require-passcode'
import { requirePassword } from './require-password'

/**
 * Turns the caller's MFA on: from the commit on an exchange of any of their tokens needs a passcode. On already, it
 * stays so.
 *
 * @param proof the password, or a code
 * @throws {DomainError} mfa_device_missing; wrong_password, about `password`; what requirePasscode throws;
 *   too_many_attempts; password_required where there is neither
 */
export async function turnOnMfa(ctx: UserContext, { password, code }: TurnOnMfa): Promise<void> {
  if (password !== undefined) await requirePassword(ctx, password, { field: 'password', failure: 'csp__turn_on_mfa' })
  else if (code !== undefined) await requirePasscode(ctx, code)
  else throw new DomainError('password_required', 'password')
  await inTransaction(async (tx) => {
    const device = await lockActiveDevice(tx, ctx.userId)
    if (!device) throw new DomainError('mfa_device_missing')
    if (device.turnedOn) return
    await tx.mfaDevice.update({ where: { userId: ctx.userId }, data: { turnedOn: true }, select: { userId: true } })
    await announceMfaChange(tx, ctx, 'turned_on', { deviceName: device.name })
  })
}
