import { env } from '../../platform/env'
import { signJwt } from '../../platform/jwt'
import { noteUse } from '../../platform/last-use'
import type { Peer } from '../../platform/peer'
import { readApiToken } from '../../tokens/api-token'
import { digestsForLookup } from '../../tokens/digest'
import { accessTokenClaims, accessTokenLifetime, grantPermissions, idTokenClaims, type Grant } from '../access-token'
import type { ExchangeRequest } from '../exchange-request'
import { findTokenByDigest, type FoundToken } from '../queries'
import { Refusal, TooManyFailures, type RefusalCode } from '../refusal'
import { countFailureFrom, countFailureOfToken, countUnknownSecret, refuseStopped } from './exchange-limits'
import { recordFailedExchange } from './failed-exchanges'
import { measureExchange } from './measure-exchange'
import { takePasscode } from './take-passcode'

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
 * @throws {TooManyFailures} where this exchange fails and this token or this address has failed too often within a minute,
 *   or too many passcodes were wrong
 */
export async function exchangeApiToken(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  return measureExchange(() => attempt(peer, request))
}

async function attempt(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  const { apiToken } = request
  refuseStopped(apiToken)
  const known = readApiToken(apiToken)
  const found = known && (await findTokenByDigest(known.orgId, digestsForLookup(env().tokenHmacKeys, apiToken)))
  try {
    if (!found) throw new Refusal('invalid_token')
    return await issue(peer, found, request)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof TooManyFailures)) throw error
    if (found) await countFailed(peer, apiToken, found.grant, error instanceof Refusal ? error.code : 'mfa_locked')
    else await countUnknownSecret(peer, apiToken)
    throw error instanceof Refusal ? new Refusal(error.code, apiToken) : error
  }
}

/** The token first: what its audit log tells must not depend on what else its address has sent. */
async function countFailed(peer: Peer, apiToken: string, grant: Grant, cause: RefusalCode | 'mfa_locked'): Promise<void> {
  await countFailureOfToken(apiToken)
  await recordFailedExchange(peer, grant, cause)
  await countFailureFrom(peer)
}

async function issue(peer: Peer, found: FoundToken, request: ExchangeRequest): Promise<Exchanged> {
  if (found.refusal) throw new Refusal(found.refusal)
  const granted = grantPermissions(found.grant, request.scope)
  const lifetime = accessTokenLifetime(found.grant.expiresAt, found.now)
  if (lifetime === 0) throw new Refusal('token_expired')
  // Last of all: a refusal for another reason spends no passcode.
  const amr = found.mfa.required ? await takePasscode(peer, found, request.passcode) : []
  const issuer = env().publicUrl
  const iat = Math.floor(found.now.getTime() / 1_000)
  const sign = (typ: string, claims: object) => signJwt(typ, { ...claims, iat, exp: iat + lifetime, jti: crypto.randomUUID() })
  const accessToken = await sign('at+jwt', accessTokenClaims(issuer, found.grant, granted, amr))
  const { profile } = found.grant
  const idToken = granted.openId && profile ? await sign('JWT', idTokenClaims(issuer, found.grant, profile)) : null
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
