import { recordInstallationEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { inTransaction } from '../../platform/transaction'
import { digestClientSecret, makeClientSecret } from '../client-secret'
import type { Operator } from '../operator'
import type { NewService } from '../schemas'

/** What the service authenticates with. Told once. */
export type IssuedCredentials = { clientId: string; clientSecret: string }

/**
 * Registers an application that trusts our access tokens, with the roles that it brings.
 *
 * @throws {DomainError} service_exists where the id is taken
 */
export async function addService(operator: Operator, { id, displayName, roles }: NewService): Promise<IssuedCredentials> {
  const clientSecret = makeClientSecret()
  await inTransaction(async (tx) => {
    const { count } = await tx.service.createMany({
      data: [{ id, displayName, createdAt: tx.now, secretDigest: new Uint8Array(digestClientSecret(clientSecret)), secretCreatedAt: tx.now }],
      skipDuplicates: true,
    })
    if (count === 0) throw new DomainError('service_exists', 'id')
    await tx.serviceRole.createMany({ data: roles.map((role) => ({ ...role, serviceId: id })), skipDuplicates: true })
    await recordInstallationEvent(tx, operator.request, {
      type: 'csp__add_service',
      actorUserId: operator.userId,
      details: { service: id, roles: roles.map(({ name }) => name).join(' ') },
    })
  })
  return { clientId: id, clientSecret }
}
