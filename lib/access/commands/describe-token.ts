import { env } from '../../platform/env'
import { prisma } from '../../platform/db'
import type { Peer } from '../../platform/peer'
import { readApiToken } from '../../tokens/api-token'
import { digestsForLookup } from '../../tokens/digest'
import { findTokenByDigest } from '../queries'
import { maskToken } from '../refusal'
import { tokenDetails, type TokenDetails } from '../token-details'
import { countFailureFrom, countFailureOfToken, countUnknownSecret, refuseStopped } from './exchange-limits'

const RECORD = { name: true, createdAt: true, deactivatedAt: true, deactivatedBy: true, life: { select: { lastUsedAt: true } } } as const

/**
 * What the holder of an API token's secret may know of it. Not a use of it: neither last use nor audit log tell.
 *
 * One that has expired or is deactivated is described still, since both can be undone and the details say so. One that
 * was revoked is over for good, and its secret opens nothing any more, this included. What is unknown counts as a failed
 * exchange does: this is no second place to guess at.
 *
 * @returns null where it is unknown, was replaced by a regeneration, or revoked
 * @throws {TooManyFailures}
 */
export async function describeToken(peer: Peer, apiToken: string): Promise<TokenDetails | null> {
  refuseStopped(apiToken)
  const known = readApiToken(apiToken)
  const found = known && (await findTokenByDigest(known.orgId, digestsForLookup(env().tokenHmacKeys, apiToken)))
  if (!found) {
    await countUnknownSecret(peer, apiToken)
    return null
  }
  if (found.refusal === 'token_revoked') {
    await countFailureOfToken(apiToken)
    await countFailureFrom(peer)
    return null
  }
  const { orgId, tokenId: id } = found.grant
  const { life, ...record } = await prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId, id } }, select: RECORD })
  return tokenDetails(maskToken(apiToken), new URL(env().publicUrl).hostname, found.grant, { ...record, lastUsedAt: life?.lastUsedAt ?? null })
}
