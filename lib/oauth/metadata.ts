import { ORG_ROLES } from '../identity/permissions'

/** Where each thing is, below the public URL. */
export const OAUTH_PATHS = {
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  introspect: '/oauth/introspect',
  revoke: '/oauth/revoke',
  keys: '/csp/gateway/am/api/auth/keys',
  userinfo: '/csp/gateway/am/api/userinfo',
  /** Where a person ends sessions: a program has none to end. */
  endSession: '/my-account/security',
} as const

const CLAIMS = [
  'iss', 'sub', 'aud', 'azp', 'iat', 'exp', 'jti', 'context_name', 'context', 'domain', 'username', 'acct',
  'email', 'email_verified', 'given_name', 'family_name', 'locale',
]

/**
 * What clients learn by discovery.
 *
 * Nothing begins at the authorization endpoint, which there is not. It is named, and so is what it would know, because
 * clients of the console replaced read these fields and some refuse a document without them.
 *
 * @param issuer the public URL, without a path
 * @see OpenID Connect Discovery 1.0 §3; RFC 8414 §2
 */
export function metadataOf(issuer: string, signingAlgorithm: string) {
  const at = (path: string) => `${issuer}${path}`
  return {
    issuer,
    authorization_endpoint: at(OAUTH_PATHS.authorize),
    token_endpoint: at(OAUTH_PATHS.token),
    introspection_endpoint: at(OAUTH_PATHS.introspect),
    revocation_endpoint: at(OAUTH_PATHS.revoke),
    jwks_uri: at(OAUTH_PATHS.keys),
    userinfo_endpoint: at(OAUTH_PATHS.userinfo),
    end_session_endpoint: at(OAUTH_PATHS.endSession),
    response_types_supported: ['code'],
    grant_types_supported: ['refresh_token'],
    // Services bring roles of their own, which are scopes too: which, is nobody's business who is not asked to sign in.
    scopes_supported: ['openid', ...ORG_ROLES.map((role) => `csp:${role}`)],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [signingAlgorithm],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
    revocation_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: CLAIMS,
    claimsSupported: CLAIMS,
  }
}
