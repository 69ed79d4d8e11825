import { createLocalJWKSet, errors, jwtVerify, type JWK, type JWTPayload } from 'jose'
import { env, SIGNING_ALGORITHMS } from './env'
import { freshPublicKeys, publicKeys } from './signing-keys'

/**
 * The claims of an access token that we signed and that has not ended; null for anything else. Says nothing of the API
 * token behind it, which may have been revoked since.
 *
 * @see RFC 9068 §4; RFC 8725 §3
 */
export async function verifyAccessToken(accessToken: string): Promise<JWTPayload | null> {
  try {
    return await verifyWith(await publicKeys(), accessToken)
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return verifyAgain(accessToken)
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

/** Once more with keys that are just made: another instance may have signed with one. */
async function verifyAgain(accessToken: string): Promise<JWTPayload | null> {
  try {
    return await verifyWith(await freshPublicKeys(), accessToken)
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

let lastSet: { kids: string; find: ReturnType<typeof createLocalJWKSet> } | undefined

/** jose imports a key once for each set, so a set is kept while its keys are the same: a kid is its key's thumbprint. */
function setOf(keys: JWK[]): ReturnType<typeof createLocalJWKSet> {
  const kids = keys.map(({ kid }) => kid).join(' ')
  if (lastSet?.kids !== kids) lastSet = { kids, find: createLocalJWKSet({ keys }) }
  return lastSet.find
}

async function verifyWith(keys: JWK[], accessToken: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(accessToken, setOf(keys), {
    // Ours, and each of our keys is for one of them alone.
    algorithms: [...SIGNING_ALGORITHMS],
    typ: 'at+jwt',
    issuer: env().publicUrl,
    audience: env().publicUrl,
    requiredClaims: ['exp', 'iat', 'jti'],
  })
  return payload
}
