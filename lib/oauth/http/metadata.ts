import { z } from 'zod'
import { rawEndpoint } from '../../interface/http/endpoint'
import { env } from '../../platform/env'
import { metadataOf, OAUTH_PATHS } from '../metadata'
import { oauthRefusal } from './refusing'

/** Seconds. It changes with the configuration alone. */
const CACHING = { 'cache-control': 'public, max-age=300' }

const names = z.array(z.string())

const METADATA = z
  .object({
    issuer: z.url(),
    authorization_endpoint: z.url().meta({ description: 'There is none: this address answers 400' }),
    token_endpoint: z.url(),
    introspection_endpoint: z.url(),
    revocation_endpoint: z.url(),
    jwks_uri: z.url(),
    userinfo_endpoint: z.url(),
    end_session_endpoint: z.url().meta({ description: 'Where a person ends sessions in the console' }),
    response_types_supported: names,
    grant_types_supported: names,
    scopes_supported: names,
    subject_types_supported: names,
    id_token_signing_alg_values_supported: names,
    token_endpoint_auth_methods_supported: names,
    introspection_endpoint_auth_methods_supported: names,
    revocation_endpoint_auth_methods_supported: names,
    code_challenge_methods_supported: names,
    claims_supported: names,
    claimsSupported: names.meta({ description: 'The same, under the name that the console replaced had for it' }),
  })
  .meta({ id: 'ServerMetadata' })

const TAG = 'Keys and metadata'

function metadataAt(path: string, operation: string, summary: string) {
  return rawEndpoint({
    method: 'GET',
    path,
    operation,
    summary,
    tag: TAG,
    answers: { 200: { type: 'application/json', schema: METADATA } },
    handle: async () => Response.json(metadataOf(env().publicUrl, env().accessTokenAlg), { headers: CACHING }),
  })
}

/** Nobody signs in to a client here: API tokens are made in the console. Asked by a client, or by the browser it sends. */
function noAuthorizationAt(method: 'GET' | 'POST', operation: string, summary: string) {
  return rawEndpoint({
    method,
    path: OAUTH_PATHS.authorize,
    operation,
    summary,
    tag: TAG,
    answers: {},
    handle: async () => {
      throw oauthRefusal(400, 'invalid_request', 'There is no authorization endpoint. Generate an API token in the console and exchange that')
    },
  })
}

/** One document wherever clients look for it. */
export const METADATA_ENDPOINTS = [
  metadataAt('/.well-known/openid-configuration', 'findOpenIdConfiguration', 'What an OpenID Connect client learns by discovery'),
  metadataAt('/.well-known/oauth-authorization-server', 'findServerMetadata', 'What an OAuth 2.0 client learns by discovery'),
  metadataAt('/csp/gateway/am/api/.well-known/openid-configuration', 'findOpenIdConfigurationOfApi', 'The same, where the console replaced had it'),
  metadataAt('/csp/gateway/am/api/auth/.well-known/openid-configuration', 'findOpenIdConfigurationOfAuth', 'The same, where the console replaced had it, too'),
  noAuthorizationAt('GET', 'startAuthorization', 'There is no authorization endpoint'),
  noAuthorizationAt('POST', 'postAuthorization', 'Nor is there one for POST'),
]
