import { findTokenByDigest, type FoundToken } from '../../access/queries'
import { env } from '../../platform/env'
import { readApiToken } from '../../tokens/api-token'
import { digestsForLookup } from '../../tokens/digest'

/** The API token whose secret `text` is, whatever its state; null where it is no API token's, or not any more. */
export async function findPresentedToken(text: string): Promise<FoundToken | null> {
  const known = readApiToken(text)
  return known && findTokenByDigest(known.orgId, digestsForLookup(env().tokenHmacKeys, text))
}
