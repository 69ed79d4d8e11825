import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/transaction'
import { digestRecoveryCode, formatRecoveryCode, readRecoveryCode, RECOVERY_CODE_BYTES, RECOVERY_CODE_COUNT } from '../recovery-code'

/** Makes ten recovery codes of the person's device; earlier ones are worth nothing any more. They are in the result and nowhere else, ever. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, () => formatRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)))
  await tx.mfaRecoveryCode.deleteMany({ where: { userId } })
  await tx.mfaRecoveryCode.createMany({ data: codes.map((code) => ({ userId, digest: digestRecoveryCode(readRecoveryCode(code) ?? code) })) })
  return codes
}
