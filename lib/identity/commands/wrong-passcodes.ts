import { recordPersonalEvent } from '../../audit/commands'
import type { Tx } from '../../platform/transaction'
import { MAX_WRONG_PASSCODES, WRONG_PASSCODE_MILLISECONDS, type PasscodePath } from '../mfa-device'
import { organizationsOf, type MfaHolder } from './mfa-change'

/** Seconds until passcodes of this person are looked at again on this path; null: they are now. */
export async function findPasscodeLock(tx: Tx, userId: string, path: PasscodePath): Promise<number | null> {
  const counted = await tx.mfaFailure.findUnique({ where: { userId_path: { userId, path } }, select: { lockedUntil: true } })
  const milliseconds = (counted?.lockedUntil?.getTime() ?? 0) - tx.now.getTime()
  return milliseconds > 0 ? Math.ceil(milliseconds / 1_000) : null
}

/**
 * Counts a wrong passcode; the fifth within five minutes locks the path, audited in each organization of the person.
 * A right one in between takes none of them back: somebody else may have made them. Call it with the device locked.
 */
export async function countWrongPasscode(tx: Tx, { userId, request }: MfaHolder, path: PasscodePath): Promise<void> {
  const key = { userId, path }
  const counted = await tx.mfaFailure.findUnique({ where: { userId_path: key }, select: { failedAt: true } })
  const recent = counted?.failedAt.filter((at) => tx.now.getTime() - at.getTime() < WRONG_PASSCODE_MILLISECONDS) ?? []
  const locks = recent.length + 1 >= MAX_WRONG_PASSCODES
  const change = {
    failedAt: locks ? [] : [...recent, tx.now],
    lockedUntil: locks ? new Date(tx.now.getTime() + WRONG_PASSCODE_MILLISECONDS) : null,
  }
  await tx.mfaFailure.upsert({ where: { userId_path: key }, create: { ...key, ...change }, update: change, select: { path: true } })
  if (!locks) return
  const organizations = await organizationsOf(tx, userId)
  await recordPersonalEvent(tx, { userId, request, organizations }, { type: 'csp__lock_mfa', cause: 'mfa_invalid', details: { path } })
}
