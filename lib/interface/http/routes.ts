import { authorize } from '../../access/http/authorize'
import { describePresented } from '../../access/http/describe-token'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { findLoggedInUser } from '../../identity/http/logged-in-user'
import { introspectToken } from '../../oauth/http/introspect'
import { METADATA_ENDPOINTS } from '../../oauth/http/metadata'
import { revokePresented } from '../../oauth/http/revoke'
import { grantToken } from '../../oauth/http/token'
import type { Endpoint } from './endpoint'
import { healthz, readyz } from './health'

/** Every address that programs call. What is not here is not served, and what is here is described. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  describePresented,
  listKeys,
  findPublicKey,
  ...METADATA_ENDPOINTS,
  grantToken,
  introspectToken,
  revokePresented,
  findLoggedInUser,
  healthz,
  readyz,
]
