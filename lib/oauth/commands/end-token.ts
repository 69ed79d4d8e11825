import { z } from 'zod'
import { networkOf } from '../../identity/network'
import { TooManyFailures } from '../../access/refusal'
import { pool } from '../../platform/db'
import { countFailure, type FailureLimit } from '../../platform/failure-limit'
import type { Peer } from '../../platform/peer'
import { inTransaction } from '../../platform/transaction'
import { verifyAccessToken } from '../../platform/verify-access-token'
import { readApiToken } from '../../tokens/api-token'
import { lockUnrevoked, markRevoked } from '../../tokens/commands/revoking'
import { findPresentedToken } from '../queries/find-presented-token'

/** Tokens from one address that were not ours: a flood of well-formed ones costs a look each. */
const UNKNOWN: FailureLimit = { name: 'revoke-from', failures: 200, windowSeconds: 60 }

/** Revokes the API token for good, as its user could in the console; recorded as theirs, by the secret. */
async function endApiToken(text: string, peer: Peer): Promise<boolean> {
  const found = await findPresentedToken(text)
  if (!found) return false
  const { orgId, tokenId, user } = found.grant
  const holder = { orgId, userId: user.id, request: peer }
  await inTransaction(async (tx) => markRevoked(tx, holder, await lockUnrevoked(tx, holder, [tokenId]), { bySecret: true }))
  return true
}

/** Those that would be over by now anyway are forgotten. */
const END_ACCESS_TOKEN = `
  WITH over AS (DELETE FROM ended_access_token WHERE org_id = $1 AND expires_at < now())
  INSERT INTO ended_access_token (org_id, jti, expires_at) SELECT id, $2, to_timestamp($3) FROM organization WHERE id = $1
  ON CONFLICT DO NOTHING`

const CLAIMS = z.object({ context_name: z.uuid(), jti: z.uuid(), exp: z.int() })

/**
 * Ends this one access token. Nothing more: services are given it, and must not be able to end what it was made from.
 * Also while nothing can be done with it, since its user may be suspended for a moment only.
 */
async function endAccessToken(text: string): Promise<boolean> {
  const claims = CLAIMS.safeParse(await verifyAccessToken(text))
  if (!claims.success) return false
  const { context_name: orgId, jti, exp } = claims.data
  await pool().query({ name: 'end_access_token', text: END_ACCESS_TOKEN, values: [orgId, jti, exp] })
  return true
}

/**
 * Ends a token by its secret: whoever holds it may. What is not ours, or has ended already, is left alone, and nobody
 * is told.
 *
 * @throws {TooManyFailures} where an address has sent too many within a minute that are none of ours
 * @see RFC 7009 §2.1
 */
export async function endToken(token: string, peer: Peer): Promise<void> {
  const ended = readApiToken(token) ? await endApiToken(token, peer) : await endAccessToken(token)
  if (ended) return
  const wait = await countFailure(UNKNOWN, networkOf(peer.ip ?? 'unknown'))
  if (wait !== null) throw new TooManyFailures(wait)
}
