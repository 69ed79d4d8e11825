import { decryptAtRest } from '../../platform/crypto-keys'
import { promptQuery } from '../../platform/db'
import { inTransaction } from '../../platform/transaction'
import { PASSCODE_LOCK_SECONDS, secretPurpose, type PasscodePath } from '../mfa-device'
import { digestRecoveryCode, readRecoveryCode } from '../recovery-code'
import { matchingSteps, readTotpCode } from '../totp'
import { announceMfaChange, type MfaHolder } from './mfa-change'
import { COUNTERS, countWrongPasscode } from './wrong-passcodes'

/**
 * What became of a passcode. `used`: it was right, once, or is older than one that was; the next code will do.
 * `locked`: nothing was looked at, and is not for so many seconds.
 */
export type SpentPasscode = { outcome: 'accepted' | 'wrong' | 'used' | 'no_device' } | { outcome: 'locked'; retryAfterSeconds: number }

type Device = { name: string; encrypted_secret: Buffer; activated_at: Date; now: Date; seconds_locked: number | null }

async function findDevice(userId: string, path: PasscodePath): Promise<Device | null> {
  const { lockedUntil } = COUNTERS[path]
  const [device] = await promptQuery<Device>({
    name: `find_mfa_device_${path}`,
    text: `SELECT name, encrypted_secret, activated_at, now() AS now,
                  CASE WHEN ${lockedUntil} > now() THEN ceil(extract(epoch FROM ${lockedUntil} - now()))::int END AS seconds_locked
             FROM mfa_device WHERE user_id = $1 AND activated_at IS NOT NULL`,
    values: [userId],
  })
  return device ?? null
}

/** Why nothing was spent or counted: found out after the fact, since what decided it was the one statement that tried. */
async function whyNot(userId: string, path: PasscodePath, otherwise: 'wrong' | 'used'): Promise<SpentPasscode> {
  const device = await findDevice(userId, path)
  if (!device) return { outcome: 'no_device' }
  // Whoever locked it may have begun a little later than we have.
  if (device.seconds_locked !== null) return { outcome: 'locked', retryAfterSeconds: Math.min(device.seconds_locked, PASSCODE_LOCK_SECONDS) }
  return { outcome: otherwise }
}

/** Spends `step` of the device that was read, in one statement: of any number at once one gets it, and none while the path is locked. */
async function spendStep({ userId }: MfaHolder, path: PasscodePath, device: Device, step: number): Promise<SpentPasscode> {
  const { lockedUntil } = COUNTERS[path]
  const spent = await promptQuery({
    name: `spend_mfa_step_${path}`,
    text: `UPDATE mfa_device SET last_step = $2
            WHERE user_id = $1 AND activated_at = $3 AND (last_step IS NULL OR last_step < $2) AND (${lockedUntil} IS NULL OR ${lockedUntil} <= now())
           RETURNING 1`,
    values: [userId, step, device.activated_at],
  })
  return spent.length > 0 ? { outcome: 'accepted' } : whyNot(userId, path, 'used')
}

/** With the announcement in one transaction. Nobody guesses 80 bits, so a lock that comes just then may miss it. */
async function spendRecoveryCode(holder: MfaHolder, device: Device, digits: string): Promise<'accepted' | 'wrong' | 'used'> {
  const code = { userId: holder.userId, digest: digestRecoveryCode(digits) }
  return inTransaction(async (tx) => {
    const { count } = await tx.mfaRecoveryCode.updateMany({ where: { ...code, usedAt: null }, data: { usedAt: tx.now } })
    if (count === 0) return (await tx.mfaRecoveryCode.count({ where: code })) > 0 ? 'used' : 'wrong'
    const recoveryCodesLeft = await tx.mfaRecoveryCode.count({ where: { userId: holder.userId, usedAt: null } })
    await announceMfaChange(tx, holder, 'recovery_code_used', { deviceName: device.name, recoveryCodesLeft })
    return 'accepted'
  })
}

async function refuseWrong(holder: MfaHolder, path: PasscodePath): Promise<SpentPasscode> {
  return (await countWrongPasscode(holder, path)) ? { outcome: 'wrong' } : whyNot(holder.userId, path, 'wrong')
}

/**
 * Spends a code of the person's device or one of their recovery codes: either is accepted once, whatever the path and
 * whichever of the person's tokens it is for, also where sixteen requests present it together.
 *
 * Five wrong ones within five minutes lock MFA for this person on this path for five minutes, and nothing else: the
 * other path, and the console's sign-in, go on. A code that was right before is no guess, and is not counted.
 *
 * What was spent or counted is committed when this returns, so it outlives the refusal of what it was for.
 *
 * @see spec: product.md §3, MFA; RFC 6238 §5.2
 */
export async function spendPasscode(holder: MfaHolder, path: PasscodePath, passcode: string): Promise<SpentPasscode> {
  const device = await findDevice(holder.userId, path)
  if (!device) return { outcome: 'no_device' }
  if (device.seconds_locked !== null) return { outcome: 'locked', retryAfterSeconds: device.seconds_locked }
  const code = readTotpCode(passcode)
  if (code !== null) {
    const secret = decryptAtRest(device.encrypted_secret, secretPurpose(holder.userId))
    // Where chance gave two steps one code, the later one: both are spent.
    const step = matchingSteps(secret, code, device.now).at(-1)
    return step === undefined ? refuseWrong(holder, path) : spendStep(holder, path, device, step)
  }
  const digits = readRecoveryCode(passcode)
  const outcome = digits === null ? 'wrong' : await spendRecoveryCode(holder, device, digits)
  return outcome === 'wrong' ? refuseWrong(holder, path) : { outcome }
}
