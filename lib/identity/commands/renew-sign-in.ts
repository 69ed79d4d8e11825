import { recordPersonalEvent } from '../../audit/commands'
import type { SessionContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import { requirePassword } from './require-password'

/**
 * Lets the caller prove once more who they are, within the session that they have. Audited in each organization of
 * the person, since the password is theirs in all of them.
 *
 * @throws {DomainError} wrong_password, about the field `password`; too_many_attempts
 */
export async function renewSignIn(ctx: SessionContext, { password }: { password: string }): Promise<void> {
  await requirePassword(ctx, password, { field: 'password', failure: 'csp__user_login_failed' })
  await inTransaction(async (tx) => {
    await tx.session.updateMany({ where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null }, data: { authenticatedAt: tx.now } })
    await recordPersonalEvent(tx, ctx, { type: 'csp__user_login', details: { again: true } })
  })
}

/**
 * The same for a form that works without JavaScript, and so asks for the password itself where the sign-in was long
 * ago: what it wants to do may then be done.
 *
 * @param password undefined: it was not asked for, and nothing is renewed
 * @throws {DomainError} wrong_password, about the field `password`; too_many_attempts
 */
export async function renewWithPassword(ctx: SessionContext, password: string | undefined): Promise<SessionContext> {
  if (password === undefined || ctx.signedInRecently) return ctx
  await renewSignIn(ctx, { password })
  return { ...ctx, signedInRecently: true }
}
