import { createHash } from 'node:crypto'
import { TooManyFailures } from '../../access/refusal'
import { networkOf } from '../../identity/network'
import { countFailure, type FailureLimit } from '../../platform/failure-limit'
import type { Peer } from '../../platform/peer'
import type { BasicCredentials } from '../basic-credentials'
import { isClientSecret } from '../client-secret'
import { findServiceSecret } from '../queries/find-service'

/**
 * Failed authentications of one client from one address, and from one address as whatever client. Nobody guesses 256
 * bits: these stop loops and floods. Never of a client alone, so that nobody can lock a service out from elsewhere.
 */
const PER_CLIENT: FailureLimit = { name: 'client', failures: 20, windowSeconds: 60 }
const PER_ADDRESS: FailureLimit = { name: 'client-from', failures: 200, windowSeconds: 60 }

function countersOf(peer: Peer, clientId: string): [FailureLimit, string][] {
  const address = networkOf(peer.ip ?? 'unknown')
  // Not kept as it was sent: it may be a secret in the wrong place.
  const client = createHash('sha256').update(clientId).digest('base64url')
  // The address first: what one makes up that is over its limit is not kept, or a flood would fill the memory.
  return [[PER_ADDRESS, address], [PER_CLIENT, `${client} ${address}`]]
}

/**
 * Whether `credentials` are those of a registered service. An unknown client and a wrong secret take the same time.
 *
 * @throws {TooManyFailures} where it is not and this client, from this address, or the address has failed too often within a minute
 */
export async function authenticateService(peer: Peer, { clientId, clientSecret }: BasicCredentials): Promise<boolean> {
  if (isClientSecret(clientSecret, await findServiceSecret(clientId))) return true
  for (const [limit, key] of countersOf(peer, clientId)) {
    const wait = await countFailure(limit, key)
    if (wait !== null) throw new TooManyFailures(wait)
  }
  return false
}
