import { describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { createTestDatabase } from '@/server/testing/test-database'
import { env } from '../../platform/env'
import { ENDPOINTS } from '../../interface/http/routes'

await createTestDatabase({ PUBLIC_URL: 'https://tokens.example.com', ACCESS_TOKEN_ALG: 'RS256' })

const PLACES = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
  '/csp/gateway/am/api/.well-known/openid-configuration',
  '/csp/gateway/am/api/auth/.well-known/openid-configuration',
]
const names = expect.arrayContaining([expect.any(String)])

describe('discovery', () => {
  it.each(PLACES)('at %s', async (place) => {
    const { status, headers, answer } = await askInterface('GET', place)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'application/json', 'public, max-age=300'])
    const at = 'https://tokens.example.com'
    expect(answer).toEqual({
      issuer: at,
      authorization_endpoint: `${at}/oauth/authorize`,
      token_endpoint: `${at}/oauth/token`,
      introspection_endpoint: `${at}/oauth/introspect`,
      revocation_endpoint: `${at}/oauth/revoke`,
      jwks_uri: `${at}/csp/gateway/am/api/auth/keys`,
      userinfo_endpoint: `${at}/csp/gateway/am/api/userinfo`,
      end_session_endpoint: `${at}/my-account/security`,
      response_types_supported: names,
      grant_types_supported: ['refresh_token'],
      scopes_supported: names,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
      introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
      revocation_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
      code_challenge_methods_supported: names,
      claims_supported: names,
      claimsSupported: names,
    })
  })

  it('names only addresses of programs that are served', async () => {
    const { answer } = await askInterface('GET', PLACES[0] ?? '')
    const served = ENDPOINTS.map(({ path }) => env().publicUrl + path)
    for (const name of ['authorization_endpoint', 'token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri']) expect(served).toContain(answer[name])
  })

  it.each(['GET', 'POST'])('says that nothing begins at the authorization endpoint: %s', async (method) => {
    const { status, answer } = await askInterface(method, '/oauth/authorize?response_type=code&client_id=x&redirect_uri=https%3A%2F%2Fevil.test')
    expect(status).toBe(400)
    expect(answer).toMatchObject({ statusCode: 400, errorCode: 'invalid_request', moduleCode: 540, error: 'invalid_request' })
  })
})
