import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { newId } from '../../platform/ids'
import type { Peer } from '../../platform/peer'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { Locale } from '../locales'
import { hashPassword } from '../password'
import { passwordProblem } from '../password-rule'
import { findSetup } from '../queries/find-setup'
import type { Setup } from '../schemas'
import { digestSetupSecret } from '../setup-secret'

/** Uses up the link, and with it every other: of two at once one finds it, the other waits and does not. */
async function spendSetupLink(tx: Tx, secret: string): Promise<void> {
  const { count } = await tx.setupLink.deleteMany({ where: { digest: digestSetupSecret(secret), expiresAt: { gt: tx.now } } })
  if (count === 0 || (await tx.user.count()) > 0) throw new DomainError('setup_link_dead')
  await tx.setupLink.deleteMany()
}

/**
 * Makes the first organization of an empty installation, with its owner, by the link that the server has printed.
 *
 * @throws {DomainError} setup_link_dead where it was used, replaced or is too old; what passwordProblem finds
 */
export async function createOrganization(peer: Peer, secret: string | null, input: Setup & { locale: Locale }): Promise<void> {
  const { organization, firstName, lastName, email, password, locale } = input
  // Before the password is looked at: hashing is work, and a stranger has no claim to it.
  if (secret === null || (await findSetup(secret)) !== 'open') throw new DomainError('setup_link_dead')
  const problem = passwordProblem(password, { email, names: [firstName, lastName, organization] })
  if (problem) throw new DomainError(problem, 'password')
  const passwordHash = await hashPassword(password)
  await inTransaction(async (tx) => {
    await spendSetupLink(tx, secret)
    const { now } = tx
    const [orgId, userId] = [newId(), newId()]
    await tx.user.create({
      data: { id: userId, email, emailVerifiedAt: now, firstName, lastName, passwordHash, passwordChangedAt: now, locale, createdAt: now },
      select: { id: true },
    })
    await tx.organization.create({ data: { id: orgId, name: organization, createdAt: now }, select: { id: true } })
    await tx.tokenPolicy.create({ data: { orgId, updatedAt: now }, select: { orgId: true } })
    await tx.membership.create({ data: { orgId, userId, roles: ['org_owner', 'org_member'], serviceRoles: [], createdAt: now, updatedAt: now }, select: { orgId: true } })
    await recordAuditEvent(tx, peer, { type: 'csp__create_organization', orgId, actorUserId: userId, details: { organization } })
  })
}
