import { recordPersonalEvent } from '../../audit/commands'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import type { Preferences } from '../schemas'
import { lockAccount } from './lock-account'

/**
 * Saves how the console speaks to the caller. Only the switch of the security notices is audited: they tell of a
 * token that somebody else generates, so whoever does that would turn them off first.
 */
export async function savePreferences(ctx: UserContext, preferences: Preferences): Promise<void> {
  await inTransaction(async (tx) => {
    const { securityNotices } = await lockAccount(tx, ctx)
    await tx.user.update({ where: { id: ctx.userId }, data: preferences, select: { id: true } })
    if (securityNotices === preferences.securityNotices) return
    await recordPersonalEvent(tx, ctx, { type: 'csp__update_profile', details: { securityNotices: preferences.securityNotices } })
  })
}
