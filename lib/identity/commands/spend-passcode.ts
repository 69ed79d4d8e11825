import { decryptAtRest } from '../../platform/crypto-keys'
import { inTransaction, type Tx } from '../../platform/transaction'
import { secretPurpose, type PasscodePath } from '../mfa-device'
import { digestRecoveryCode, readRecoveryCode } from '../recovery-code'
import { matchingSteps, readTotpCode } from '../totp'
import { lockActiveDevice, type LockedDevice } from './lock-mfa-device'
import { announceMfaChange, type MfaHolder } from './mfa-change'
import { countWrongPasscode, findPasscodeLock } from './wrong-passcodes'

/**
 * What became of a passcode. `used`: it was right, once, or is older than one that was; the next code will do.
 * `locked`: nothing was looked at, and is not for so many seconds.
 */
export type SpentPasscode = { outcome: 'accepted' | 'wrong' | 'used' | 'no_device' } | { outcome: 'locked'; retryAfterSeconds: number }

async function spendCode(tx: Tx, { userId }: MfaHolder, device: LockedDevice, code: string): Promise<'accepted' | 'wrong' | 'used'> {
  const steps = matchingSteps(decryptAtRest(device.encryptedSecret, secretPurpose(userId)), code, tx.now)
  const step = steps.find((each) => device.lastStep === null || each > device.lastStep)
  if (step === undefined) return steps.length > 0 ? 'used' : 'wrong'
  // The row is locked, so nobody was faster. The condition says all the same what must hold.
  const { count } = await tx.mfaDevice.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return count === 1 ? 'accepted' : 'used'
}

async function spendRecoveryCode(tx: Tx, holder: MfaHolder, device: LockedDevice, digits: string): Promise<'accepted' | 'wrong' | 'used'> {
  const code = { userId: holder.userId, digest: digestRecoveryCode(digits) }
  const { count } = await tx.mfaRecoveryCode.updateMany({ where: { ...code, usedAt: null }, data: { usedAt: tx.now } })
  if (count === 0) return (await tx.mfaRecoveryCode.count({ where: code })) > 0 ? 'used' : 'wrong'
  const recoveryCodesLeft = await tx.mfaRecoveryCode.count({ where: { userId: holder.userId, usedAt: null } })
  await announceMfaChange(tx, holder, 'recovery_code_used', { deviceName: device.name, recoveryCodesLeft })
  return 'accepted'
}

async function spend(tx: Tx, holder: MfaHolder, device: LockedDevice, passcode: string): Promise<'accepted' | 'wrong' | 'used'> {
  const code = readTotpCode(passcode)
  if (code !== null) return spendCode(tx, holder, device, code)
  const digits = readRecoveryCode(passcode)
  return digits === null ? 'wrong' : spendRecoveryCode(tx, holder, device, digits)
}

/**
 * Spends a code of the person's device or one of their recovery codes: either is accepted once, whatever the path and
 * whichever of the person's tokens it is for, also where sixteen requests present it together.
 *
 * Five wrong ones within five minutes lock MFA for this person on this path for five minutes, and nothing else: the
 * other path, and the console's sign-in, go on. A code that was right before is no guess, and is not counted.
 *
 * In a transaction of its own, so that what was counted and spent outlives the refusal of what it was for. The person's
 * device is locked meanwhile: guesses side by side are counted one by one.
 *
 * @see spec: product.md §3, MFA; RFC 6238 §5.2
 */
export async function spendPasscode(holder: MfaHolder, path: PasscodePath, passcode: string): Promise<SpentPasscode> {
  return inTransaction(async (tx) => {
    // An exchange is answered within two seconds, be it that many guess at once.
    await tx.$executeRaw`SET LOCAL lock_timeout = '1s'`
    const device = await lockActiveDevice(tx, holder.userId)
    if (!device) return { outcome: 'no_device' }
    const retryAfterSeconds = await findPasscodeLock(tx, holder.userId, path)
    if (retryAfterSeconds !== null) return { outcome: 'locked', retryAfterSeconds }
    const outcome = await spend(tx, holder, device, passcode)
    if (outcome === 'wrong') await countWrongPasscode(tx, holder, path)
    return { outcome }
  })
}
