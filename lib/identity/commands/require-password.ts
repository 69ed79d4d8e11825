import type { AuditEventType } from '../../audit/events'
import { recordPersonalEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { countAttempt, forgiveFailures, type FailureLimit } from '../../platform/failure-limit'
import { inTransaction } from '../../platform/transaction'
import { isPassword } from '../password'

/**
 * By session, or by person where an access token asks: whoever sits at somebody's open session can guess a few times, and locks nobody out elsewhere. One
 * count for every form that asks, or each would be a fresh supply of guesses.
 */
const PER_SESSION: FailureLimit = { name: 'sign-in-again', failures: 5, windowSeconds: 5 * 60 }

const counterOf = (ctx: UserContext & { sessionId?: string }) => ctx.sessionId ?? `token ${ctx.userId}`

/** Where a wrong password is said to be wrong, and as what it is audited in each of the person's organizations. */
type Asked = { field: string; failure: AuditEventType }

/**
 * Makes sure that the caller knows their password.
 *
 * @returns its hash, for a change that must not overwrite somebody else's
 * @throws {DomainError} wrong_password, about `field`; too_many_attempts
 */
export async function requirePassword(ctx: UserContext, password: string, { field, failure }: Asked): Promise<string> {
  if ((await countAttempt(PER_SESSION, counterOf(ctx))) !== null) throw new DomainError('too_many_attempts')
  const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: ctx.userId }, select: { passwordHash: true } })
  if (passwordHash === null || !(await isPassword(password, passwordHash))) {
    // In a transaction of its own: it must outlive the refusal.
    await inTransaction((tx) => recordPersonalEvent(tx, ctx, { type: failure, cause: 'wrong_credentials', details: { again: true } }))
    throw new DomainError('wrong_password', field)
  }
  await forgiveFailures(PER_SESSION, counterOf(ctx))
  return passwordHash
}
