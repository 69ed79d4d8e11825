import { recordInstallationEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { inTransaction } from '../../platform/transaction'
import { digestClientSecret, makeClientSecret } from '../client-secret'
import type { Operator } from '../operator'
import type { ServiceId } from '../schemas'
import type { IssuedCredentials } from './add-service'

/**
 * Gives a service a new client secret. The one before is dead with the commit.
 *
 * @throws {DomainError} not_found
 */
export async function rotateServiceSecret(operator: Operator, { id }: ServiceId): Promise<IssuedCredentials> {
  const clientSecret = makeClientSecret()
  await inTransaction(async (tx) => {
    const { count } = await tx.service.updateMany({
      where: { id },
      data: { secretDigest: new Uint8Array(digestClientSecret(clientSecret)), secretCreatedAt: tx.now },
    })
    if (count === 0) throw new DomainError('not_found')
    await recordInstallationEvent(tx, operator.request, { type: 'csp__rotate_service_secret', actorUserId: operator.userId, details: { service: id } })
  })
  return { clientId: id, clientSecret }
}
