import { recordPersonalEvent } from '../../audit/commands'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import { requirePassword } from './require-password'

/**
 * Lets the caller prove once more who they are, within the session that they have. Audited in each organization of
 * the person, since the password is theirs in all of them.
 *
 * @throws {DomainError} wrong_password, about the field `password`; too_many_attempts
 */
export async function renewSignIn(ctx: UserContext, { password }: { password: string }): Promise<void> {
  await requirePassword(ctx, password, { field: 'password', failure: 'csp__user_login_failed' })
  await inTransaction(async (tx) => {
    await tx.session.updateMany({ where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null }, data: { authenticatedAt: tx.now } })
    await recordPersonalEvent(tx, ctx, { type: 'csp__user_login', details: { again: true } })
  })
}
