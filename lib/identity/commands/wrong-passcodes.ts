import { recordPersonalEvent } from '../../audit/commands'
import { Prisma } from '../../platform/generated/prisma/client'
import { inTransaction } from '../../platform/transaction'
import { MAX_WRONG_PASSCODES, PASSCODE_LOCK_SECONDS, type PasscodePath } from '../mfa-device'
import { organizationsOf, type MfaHolder } from './mfa-change'

/** Where the wrong passcodes of each path are counted. Names of columns, part of statements. */
export const COUNTERS = {
  exchange: { failedAt: 'exchange_failed_at', lockedUntil: 'exchange_locked_until' },
  console: { failedAt: 'console_failed_at', lockedUntil: 'console_locked_until' },
} as const satisfies Record<PasscodePath, object>

/**
 * Counts a wrong passcode; the fifth within five minutes locks the path, audited in each organization of the person.
 * A right one in between takes none of them back: somebody else may have made them.
 *
 * One statement looks, counts and locks: of guesses side by side the sixth finds the path locked.
 *
 * @returns false where nothing was counted: the path is locked already, or there is no device any more
 */
export async function countWrongPasscode({ userId, request }: MfaHolder, path: PasscodePath): Promise<boolean> {
  const [failedAt, lockedUntil] = [Prisma.raw(COUNTERS[path].failedAt), Prisma.raw(COUNTERS[path].lockedUntil)]
  const window = Prisma.sql`make_interval(secs => ${PASSCODE_LOCK_SECONDS})`
  const recent = Prisma.sql`ARRAY(SELECT at FROM unnest(${failedAt}) AS at WHERE at > now() - ${window})`
  const locks = Prisma.sql`cardinality(${recent}) + 1 >= ${MAX_WRONG_PASSCODES}::int`
  return inTransaction(async (tx) => {
    const [counted] = await tx.$queryRaw<{ locks: boolean }[]>`
      UPDATE mfa_device
         SET ${failedAt} = CASE WHEN ${locks} THEN '{}' ELSE ${recent} || now()::timestamptz(3) END,
             ${lockedUntil} = CASE WHEN ${locks} THEN now() + ${window} END
       WHERE user_id = ${userId}::uuid AND activated_at IS NOT NULL AND (${lockedUntil} IS NULL OR ${lockedUntil} <= now())
      RETURNING ${lockedUntil} IS NOT NULL AS locks`
    if (counted?.locks) {
      const organizations = await organizationsOf(tx, userId)
      await recordPersonalEvent(tx, { userId, request, organizations }, { type: 'csp__lock_mfa', cause: 'mfa_invalid', details: { path } })
    }
    return counted !== undefined
  })
}
