import { authorize } from '../../access/http/authorize'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { listOrganizationTokens } from '../../governance/http/list-organization-tokens'
import { previewTokenPolicies } from '../../governance/http/preview-token-policies'
import { activateOrganizationTokens, deactivateOrganizationTokens } from '../../governance/http/switch-tokens'
import { findTokenPolicies, saveTokenPolicies } from '../../governance/http/token-policies'
import { findLoggedInUser } from '../../identity/http/logged-in-user'
import { generateOwnToken } from '../../tokens/http/generate-token'
import { listOwnTokens } from '../../tokens/http/list-own-tokens'
import { regenerateOwnToken, revokeOwnToken } from '../../tokens/http/renew-and-revoke'
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
  listOwnTokens,
  generateOwnToken,
  regenerateOwnToken,
  revokeOwnToken,
  listOrganizationTokens,
  deactivateOrganizationTokens,
  activateOrganizationTokens,
  findTokenPolicies,
  saveTokenPolicies,
  previewTokenPolicies,
  healthz,
  readyz,
  own.endpoint,
]

/** All of them as OpenAPI 3.1 describes them. */
export const describeEndpoints = own.description
