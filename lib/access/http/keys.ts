import { z } from 'zod'
import { rawEndpoint } from '../../interface/http/endpoint'
import { env, SIGNING_ALGORITHMS } from '../../platform/env'
import { publicKeys, signingPublicKey } from '../../platform/signing-keys'

/** How long verifiers keep keys: less than a new one is published before it signs. */
const CACHING = { 'cache-control': 'public, max-age=60' }

const KEY_SET = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), alg: z.enum(SIGNING_ALGORITHMS) })) })
const PUBLIC_KEY = z.object({ alg: z.enum(SIGNING_ALGORITHMS), issuer: z.url(), value: z.string().meta({ description: 'PEM' }) })

const keySet = async () => Response.json({ keys: await publicKeys() }, { headers: CACHING })

export const listKeys = rawEndpoint({
  method: 'GET',
  path: '/csp/gateway/am/api/auth/keys',
  operation: 'listKeys',
  summary: 'The keys that verify access tokens, as a JWK set',
  tag: 'Keys and metadata',
  answers: { 200: { type: 'application/json', schema: KEY_SET } },
  handle: keySet,
})

export const findPublicKey = rawEndpoint({
  method: 'GET',
  path: '/csp/gateway/am/api/auth/token-public-key',
  operation: 'findPublicKey',
  summary: 'The key that signs now as PEM, or with format=jwks the JWK set',
  tag: 'Keys and metadata',
  query: z.object({ format: z.string().optional() }),
  answers: { 200: { type: 'application/json', schema: z.union([PUBLIC_KEY, KEY_SET]) } },
  handle: async (request) => {
    if (new URL(request.url).searchParams.get('format') === 'jwks') return keySet()
    const { alg, pem } = await signingPublicKey()
    return Response.json({ alg, issuer: env().publicUrl, value: pem }, { headers: CACHING })
  },
})
