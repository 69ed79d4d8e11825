import type { Peer } from '../../platform/peer'
import { readBasicCredentials } from '../basic-credentials'
import { authenticateService } from '../commands/authenticate-service'
import { unknownClient } from './refusing'

const authorizationOf = (request: Request) => request.headers.get('authorization')

/**
 * For what only services that trust us may ask.
 *
 * @throws {HttpRefusal} 401 invalid_client, with the challenge
 * @throws {TooManyFailures}
 * @see RFC 7662 §2.1
 */
export async function requireService(request: Request, peer: Peer): Promise<void> {
  const credentials = readBasicCredentials(authorizationOf(request))
  if (!credentials || !(await authenticateService(peer, credentials))) throw unknownClient()
}

/**
 * For what whoever holds a token may ask, under any client's name or none: the token is the credential. A client that
 * authenticates nevertheless has to do it right; an empty secret is a public client's.
 *
 * @throws {HttpRefusal} 401 invalid_client, with the challenge
 * @throws {TooManyFailures}
 * @see RFC 6749 §2.3.1 and §6
 */
export async function checkClient(request: Request, peer: Peer): Promise<void> {
  const authorization = authorizationOf(request)
  if (authorization === null) return
  const credentials = readBasicCredentials(authorization)
  if (credentials?.clientSecret === '') return
  if (!credentials || !(await authenticateService(peer, credentials))) throw unknownClient()
}
