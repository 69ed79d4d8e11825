import { randomBytes } from 'node:crypto'
import { DomainError } from '../../errors'
import type { RecentUserContext } from '../../platform/context'
import { encryptAtRest } from '../../platform/crypto-keys'
import { inTransaction } from '../../platform/transaction'
import { DEFAULT_DEVICE_NAME, secretPurpose } from '../mfa-device'
import { formatTotpSecret, TOTP_SECRET_BYTES, totpUri } from '../totp'
import { lockActiveDevice } from './lock-mfa-device'

/** What an authenticator app is to learn: the key as text (base32), and the address of a QR code. */
export type StartedDevice = { secret: string; uri: string }

/**
 * Starts the activation of an MFA device: it protects nothing until its first code has confirmed it. One that still
 * waits for that is replaced.
 *
 * @throws {DomainError} mfa_device_active
 */
export async function startMfaDevice(ctx: RecentUserContext): Promise<StartedDevice> {
  const secret = formatTotpSecret(randomBytes(TOTP_SECRET_BYTES))
  await inTransaction(async (tx) => {
    if (await lockActiveDevice(tx, ctx.userId)) throw new DomainError('mfa_device_active')
    const pending = { name: DEFAULT_DEVICE_NAME, encryptedSecret: new Uint8Array(encryptAtRest(secret, secretPurpose(ctx.userId))), createdAt: tx.now }
    // By condition: a device that became active meanwhile, where there was none to lock, stays.
    const { count } = await tx.mfaDevice.updateMany({ where: { userId: ctx.userId, activatedAt: null }, data: pending })
    if (count > 0) return
    const made = await tx.mfaDevice.createMany({ data: [{ ...pending, userId: ctx.userId }], skipDuplicates: true })
    if (made.count === 0) throw new DomainError('mfa_device_active')
  })
  return { secret, uri: totpUri(secret, ctx.email) }
}
