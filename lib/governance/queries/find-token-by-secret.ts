import { prisma } from '../../platform/db'
import { env } from '../../platform/env'
import type { GovernorContext } from '../../platform/roles'
import { readApiToken } from '../../tokens/api-token'
import { digestsForLookup } from '../../tokens/digest'

/**
 * The id of the organization's token whose whole secret is `text`; null where it is none, was replaced, or is another
 * organization's. Only digests of it reach the database.
 */
export async function findTokenIdBySecret({ orgId }: GovernorContext, text: string): Promise<string | null> {
  const apiToken = text.trim()
  if (readApiToken(apiToken)?.orgId !== orgId) return null
  for (const digest of digestsForLookup(env().tokenHmacKeys, apiToken)) {
    const found = await prisma().apiToken.findUnique({ where: { orgId_digest: { orgId, digest: new Uint8Array(digest) } }, select: { id: true } })
    if (found) return found.id
  }
  return null
}
