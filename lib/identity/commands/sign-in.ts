import { setTimeout } from 'node:timers/promises'
import { recordAuditEvent, recordInstallationEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { prisma } from '../../platform/db'
import { countAttempt, forgiveFailures, returnAttempt, type FailureLimit } from '../../platform/failure-limit'
import { newId } from '../../platform/ids'
import type { Peer } from '../../platform/peer'
import { SESSION_SECONDS } from '../../platform/session-cookie'
import { inTransaction, type Tx } from '../../platform/transaction'
import { networkOf } from '../network'
import { isPassword } from '../password'

/**
 * Guesses at one account from one address, and at any account from one address. Never at one account
 * from anywhere: that would let a stranger lock its owner out.
 */
const PER_ACCOUNT: FailureLimit = { name: 'sign-in', failures: 5, windowSeconds: 5 * 60 }
const PER_ADDRESS: FailureLimit = { name: 'sign-in-from', failures: 50, windowSeconds: 5 * 60 }

const ACCOUNT = {
  id: true,
  email: true,
  passwordHash: true,
  state: true,
  memberships: { where: { status: 'active' }, select: { orgId: true } },
} as const

type Account = { id: string; passwordHash: string | null; memberships: { orgId: string }[] }

/**
 * Opens a session for who proves to know the password.
 *
 * Unknown address, wrong password, suspended person, nobody's member: one refusal for all, and equally slow.
 *
 * @throws {DomainError} wrong_credentials, too_many_attempts
 */
export async function signIn(peer: Peer, input: { email: string; password: string }): Promise<{ userId: string; sessionId: string }> {
  const email = input.email.toLowerCase()
  const since = performance.now()
  const from = networkOf(peer.ip ?? 'unknown')
  const pair = `${from} ${email}`
  // One after the other: an address that is stopped makes no more rows.
  const wait = (await countAttempt(PER_ADDRESS, from)) ?? (await countAttempt(PER_ACCOUNT, pair))
  if (wait !== null) throw new DomainError('too_many_attempts')

  const account = await prisma().user.findUnique({ where: { email }, select: ACCOUNT })
  const knows = await isPassword(input.password, account?.passwordHash ?? null)
  if (!account || !knows || account.state !== 'active' || account.memberships.length === 0) {
    await recordSignInFailure(peer, account)
    await untilNextStep(since)
    throw new DomainError('wrong_credentials')
  }
  const sessionId = await openSession(peer, account)
  await Promise.all([forgiveFailures(PER_ACCOUNT, pair), returnAttempt(PER_ADDRESS, from)])
  return { userId: account.id, sessionId }
}

/** Milliseconds. Refusals are answered in steps of this, so that their time does not tell what was found. */
const REFUSAL_STEP = 100

async function untilNextStep(since: number): Promise<void> {
  await setTimeout(REFUSAL_STEP - ((performance.now() - since) % REFUSAL_STEP))
}

/** In a transaction of its own: it must outlive the refusal that follows. */
async function recordSignInFailure(peer: Peer, account: Account | null): Promise<void> {
  await inTransaction(async (tx) => {
    const entry = { type: 'csp__user_login_failed', actorUserId: account?.id ?? null, cause: 'wrong_credentials' } as const
    const organizations = account?.memberships ?? []
    if (organizations.length === 0) await recordInstallationEvent(tx, peer, entry)
    for (const { orgId } of organizations) await recordAuditEvent(tx, peer, { ...entry, orgId })
  })
}

/**
 * A password that was changed while it was being compared opens nothing: the change has ended every session that it
 * saw, and would not have seen this one.
 */
async function requireSamePassword(tx: Tx, { id, passwordHash }: Account): Promise<void> {
  const [now] = await tx.$queryRaw<{ password_hash: string | null }[]>`SELECT password_hash FROM user_account WHERE id = ${id}::uuid FOR SHARE`
  if (now?.password_hash !== passwordHash) throw new DomainError('wrong_credentials')
}

async function openSession(peer: Peer, account: Account): Promise<string> {
  return inTransaction(async (tx) => {
    await requireSamePassword(tx, account)
    const sessionId = newId()
    await tx.session.create({
      data: {
        id: sessionId,
        userId: account.id,
        createdAt: tx.now,
        authenticatedAt: tx.now,
        lastSeenAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + SESSION_SECONDS * 1_000),
        ip: peer.ip,
        userAgent: peer.userAgent,
      },
      select: { id: true },
    })
    for (const { orgId } of account.memberships) {
      await recordAuditEvent(tx, peer, { type: 'csp__user_login', orgId, actorUserId: account.id })
    }
    return sessionId
  })
}
