import { recordPersonalEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { SessionContext } from '../../platform/context'
import { inTransaction, type Tx } from '../../platform/transaction'
import { hashPassword } from '../password'
import { passwordProblem } from '../password-rule'
import type { ChangePassword } from '../schemas'
import { requirePassword } from './require-password'

function requireGoodPassword(ctx: SessionContext, { currentPassword, newPassword }: ChangePassword): void {
  const names = [ctx.firstName, ctx.lastName, ...ctx.organizations.map(({ name }) => name)]
  const problem = passwordProblem(newPassword, { email: ctx.email, names })
  if (problem) throw new DomainError(problem, 'newPassword')
  if (newPassword === currentPassword) throw new DomainError('password_unchanged', 'newPassword')
}

/** Ends them whether alive or not: what has idled out must not come back either, should the limit ever be raised. */
async function endOthers(tx: Tx, ctx: SessionContext): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId: ctx.userId, id: { not: ctx.sessionId }, endedAt: null },
    data: { endedAt: tx.now, endedReason: 'password_change' },
  })
  return count
}

/**
 * Replaces the caller's password and ends all their other sessions. The one that asks lives on, and counts as a
 * fresh sign-in.
 *
 * Of two at once one wins; the other is told that its current password is none any more.
 *
 * @throws {DomainError} wrong_password, about `currentPassword`; password_too_short, password_too_long,
 *   password_common, password_about_you, password_unchanged, about `newPassword`; too_many_attempts; signed_out where
 *   the session has ended meanwhile
 * @see spec: quality.md §3, Passwords
 */
export async function changePassword(ctx: SessionContext, input: ChangePassword): Promise<void> {
  requireGoodPassword(ctx, input)
  const earlier = await requirePassword(ctx, input.currentPassword, { field: 'currentPassword', failure: 'csp__change_password' })
  const passwordHash = await hashPassword(input.newPassword)
  await inTransaction(async (tx) => {
    const changed = await tx.user.updateMany({ where: { id: ctx.userId, passwordHash: earlier }, data: { passwordHash, passwordChangedAt: tx.now } })
    if (changed.count === 0) throw new DomainError('wrong_password', 'currentPassword')
    const kept = await tx.session.updateMany({ where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null }, data: { authenticatedAt: tx.now } })
    if (kept.count === 0) throw new DomainError('signed_out')
    const endedSessions = await endOthers(tx, ctx)
    await recordPersonalEvent(tx, ctx, { type: 'csp__change_password', details: { endedSessions } })
  })
}
