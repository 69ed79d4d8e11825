import { authorize } from '../../access/http/authorize'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { findLoggedInUser } from '../../identity/http/logged-in-user'
import { findPrincipalMfa, turnPrincipalMfa } from '../../identity/http/principal-mfa'
import { activateMfaPolicy, deactivateMfaPolicy, showMfaPolicy } from '../../identity/http/mfa-policy'
import type { Endpoint } from './endpoint'
import { healthz, readyz } from './health'
import { describedBy } from './openapi'

const own = describedBy(() => ENDPOINTS)

/** Every address that programs call. What is not here is not served, and what is here is described. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  listKeys,
  findPublicKey,
  findLoggedInUser,
  findPrincipalMfa,
  turnPrincipalMfa,
  showMfaPolicy,
  activateMfaPolicy,
  deactivateMfaPolicy,
  healthz,
  readyz,
  own.endpoint,
]

/** All of them as OpenAPI 3.1 describes them. */
export const describeEndpoints = own.description
