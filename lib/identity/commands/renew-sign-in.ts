import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { countAttempt, forgiveFailures, type FailureLimit } from '../../platform/failure-limit'
import { inTransaction, type Tx } from '../../platform/transaction'
import { isPassword } from '../password'

/** By session: whoever sits at somebody's open session can guess a few times, and locks nobody out elsewhere. */
const PER_SESSION: FailureLimit = { name: 'sign-in-again', failures: 5, windowSeconds: 5 * 60 }

/** In each organization of the person, since the password is theirs in all of them. */
async function recordInOrganizations(tx: Tx, ctx: UserContext, cause?: string): Promise<void> {
  const type = cause === undefined ? 'csp__user_login' : 'csp__user_login_failed'
  for (const { id: orgId } of ctx.organizations) {
    await recordAuditEvent(tx, ctx.request, { type, orgId, actorUserId: ctx.userId, details: { again: true }, ...(cause !== undefined && { cause }) })
  }
}

/**
 * Lets the caller prove once more who they are, within the session that they have.
 *
 * @throws {DomainError} wrong_password, about the field `password`; too_many_attempts
 */
export async function renewSignIn(ctx: UserContext, { password }: { password: string }): Promise<void> {
  if ((await countAttempt(PER_SESSION, ctx.sessionId)) !== null) throw new DomainError('too_many_attempts')
  const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: ctx.userId }, select: { passwordHash: true } })
  if (!(await isPassword(password, passwordHash))) {
    await inTransaction((tx) => recordInOrganizations(tx, ctx, 'wrong_credentials'))
    throw new DomainError('wrong_password', 'password')
  }
  await inTransaction(async (tx) => {
    await tx.session.updateMany({ where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null }, data: { authenticatedAt: tx.now } })
    await recordInOrganizations(tx, ctx)
  })
  await forgiveFailures(PER_SESSION, ctx.sessionId)
}
