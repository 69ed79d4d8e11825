import { SignJWT, type JWTPayload } from 'jose'
import { recordAuditEvent } from '../audit/commands'
import { env } from '../platform/env'
import { noteUse } from '../platform/last-use'
import type { Peer } from '../platform/peer'
import { signingKey, SIGNING_ALGORITHM } from '../platform/signing-keys'
import { inTransaction } from '../platform/transaction'
import { readApiToken } from '../tokens/api-token'
import { digestsForLookup } from '../tokens/digest'
import { accessTokenClaims, accessTokenLifetime, grantPermissions, idTokenClaims, type Grant } from './access-token'
import type { ExchangeRequest } from './exchange-request'
import { findTokenByDigest, type FoundToken } from './queries'
import { Refusal } from './refusal'

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
 */
export async function exchangeApiToken(peer: Peer, request: ExchangeRequest): Promise<Exchanged> {
  const known = readApiToken(request.apiToken)
  const found = known && (await findTokenByDigest(known.orgId, digestsForLookup(env().tokenHmacKeys, request.apiToken)))
  if (!found) throw new Refusal('invalid_token', request.apiToken)
  try {
    return await issue(found, request)
  } catch (error) {
    if (error instanceof Refusal) {
      await recordFailedExchange(peer, found.grant, error)
      throw new Refusal(error.code, request.apiToken)
    }
    throw error
  }
}

async function issue(found: FoundToken, request: ExchangeRequest): Promise<Exchanged> {
  if (found.refusal) throw new Refusal(found.refusal)
  const granted = grantPermissions(found.grant, request.scope)
  const lifetime = accessTokenLifetime(found.grant.expiresAt, found.now)
  const issuer = env().publicUrl
  const sign = (typ: string, claims: JWTPayload) => signToken(typ, claims, found.now, lifetime)
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

/** @param lifetime seconds */
async function signToken(typ: string, claims: JWTPayload, now: Date, lifetime: number): Promise<string> {
  const { kid, privateKey } = await signingKey()
  const issuedAt = Math.floor(now.getTime() / 1_000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetime)
    .setJti(crypto.randomUUID())
    .sign(privateKey)
}

/**
 * Counts a refused exchange and audits the first of its minute, in a transaction of its own, since it must
 * outlive the refusal. The rest of the minute becomes one event when it is over, see summarizeFailedExchanges.
 */
async function recordFailedExchange(peer: Peer, grant: Grant, { code }: Refusal): Promise<void> {
  await inTransaction(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number }[]>`
      INSERT INTO exchange_failure (org_id, token_id, cause, minute, count)
      VALUES (${grant.orgId}::uuid, ${grant.tokenId}::uuid, ${code}, date_trunc('minute', now()), 1)
      ON CONFLICT (org_id, token_id, cause, minute) DO UPDATE SET count = exchange_failure.count + 1
      RETURNING count`
    if (counted?.count !== 1) return
    await recordAuditEvent(tx, peer, {
      type: 'csp__refresh_token_exchange_failed',
      orgId: grant.orgId,
      actorUserId: grant.user.id,
      tokenId: grant.tokenId,
      cause: code,
    })
  })
}

/** Who asks when nobody does: the scheduler. */
const SCHEDULER: Omit<Peer, 'requestId'> = { ip: null, userAgent: null }

/** Counts that one round makes events of; the next round goes on. */
const SUMMARY_BATCH = 200

/** Makes one audit event, with the count, of the refused exchanges beyond the first of each minute that is over. */
export async function summarizeFailedExchanges(): Promise<void> {
  await inTransaction(async (tx) => {
    const over = await tx.$queryRaw<{ org_id: string; token_id: string; cause: string; minute: Date; count: number; user_id: string | null }[]>`
      UPDATE exchange_failure f SET summarized_at = now()
       -- The first condition is looked at again after waiting for another instance, the list is not.
       WHERE f.summarized_at IS NULL AND (f.org_id, f.token_id, f.cause, f.minute) IN (
              SELECT org_id, token_id, cause, minute FROM exchange_failure
               WHERE summarized_at IS NULL AND count > 1 AND minute < date_trunc('minute', now())
               ORDER BY minute LIMIT ${SUMMARY_BATCH})
      RETURNING f.org_id, f.token_id, f.cause, f.minute, f.count,
        (SELECT t.user_id FROM api_token t WHERE t.org_id = f.org_id AND t.id = f.token_id) AS user_id`
    for (const row of over) {
      await recordAuditEvent(tx, { ...SCHEDULER, requestId: crypto.randomUUID() }, {
        type: 'csp__refresh_token_exchange_failed',
        orgId: row.org_id,
        actorUserId: row.user_id,
        tokenId: row.token_id,
        cause: row.cause,
        details: { minute: row.minute.toISOString(), furtherAttempts: row.count - 1 },
      })
    }
    await tx.$executeRaw`DELETE FROM exchange_failure WHERE minute < now() - interval '1 day'`
  })
}
