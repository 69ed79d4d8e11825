import { env } from '../../platform/env'
import { signJwt } from '../../platform/jwt'
import { noteUse } from '../../platform/last-use'
import type { Peer } from '../../platform/peer'
import { readApiToken } from '../../tokens/api-token'
import { digestsForLookup } from '../../tokens/digest'
import { accessTokenClaims, accessTokenLifetime, grantPermissions, idTokenClaims } from '../access-token'
import type { ExchangeRequest } from '../exchange-request'
import { findTokenByDigest, type FoundToken } from '../queries'
import { Refusal } from '../refusal'
import { countFailedExchange, requireRoomToFail } from './exchange-limits'
import { recordFailedExchange } from './failed-exchanges'
import { measureExchange } from './measure-exchange'

/** The answer to a successful exchange, field by field what clients of the console replaced read. */
export type Exchanged = {
  access_token: string
  token_type: 'bearer'
  expires_in: number
  scope: string
  refresh_token: string
  id_token: string | null
}

/**
 * Exchanges an API token for an access token.
 *
 * Form and checksum are looked at before the database is asked. A refusal that only the holder of the
 * right secret can get is audited before it is answered.
 *
 * @throws {Refusal} see spec: api.md §1
 * @throws {TooManyFailures} where this token or this address has failed too often within a minute
 */
export async function exchangeApiToken(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  return measureExchange(() => attempt(peer, request))
}

async function attempt(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  await requireRoomToFail(peer, request.apiToken)
  try {
    return await exchange(peer, request)
  } catch (error) {
    if (error instanceof Refusal) await countFailedExchange(peer, request.apiToken)
    throw error
  }
}

async function exchange(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  const known = readApiToken(request.apiToken)
  const found = known && (await findTokenByDigest(known.orgId, digestsForLookup(env().tokenHmacKeys, request.apiToken)))
  if (!found) throw new Refusal('invalid_token', request.apiToken)
  try {
    return await issue(found, request)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await recordFailedExchange(peer, found.grant, error)
    throw new Refusal(error.code, request.apiToken)
  }
}

async function issue(found: FoundToken, request: ExchangeRequest): Promise<Exchanged> {
  if (found.refusal) throw new Refusal(found.refusal)
  const granted = grantPermissions(found.grant, request.scope)
  const lifetime = accessTokenLifetime(found.grant.expiresAt, found.now)
  if (lifetime === 0) throw new Refusal('token_expired')
  const issuer = env().publicUrl
  const iat = Math.floor(found.now.getTime() / 1_000)
  const sign = (typ: string, claims: object) => signJwt(typ, { ...claims, iat, exp: iat + lifetime, jti: crypto.randomUUID() })
  const accessToken = await sign('at+jwt', accessTokenClaims(issuer, found.grant, granted))
  const idToken = granted.openId ? await sign('JWT', idTokenClaims(issuer, found.grant)) : null
  noteUse({ orgId: found.grant.orgId, tokenId: found.grant.tokenId, at: found.now })
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: lifetime,
    scope: granted.scope,
    refresh_token: request.apiToken,
    id_token: idToken,
  }
}
