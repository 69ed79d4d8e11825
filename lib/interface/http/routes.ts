import { authorize } from '../../access/http/authorize'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { findLoggedInUser } from '../../identity/http/logged-in-user'
import type { Endpoint } from './endpoint'
import { healthz, readyz } from './health'

/** Every address that programs call. What is not here is not served, and what is here is described. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  listKeys,
  findPublicKey,
  findLoggedInUser,
  healthz,
  readyz,
]
