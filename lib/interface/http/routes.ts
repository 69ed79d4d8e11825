import { authorize, OLD_TOKEN_ENDPOINTS } from '../../access/http/authorize'
import { describePresented } from '../../access/http/describe-token'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { listOrganizationTokens } from '../../governance/http/list-organization-tokens'
import { previewTokenPolicies } from '../../governance/http/preview-token-policies'
import { activateOrganizationTokens, deactivateOrganizationTokens } from '../../governance/http/switch-tokens'
import { findTokenPolicies, saveTokenPolicies } from '../../governance/http/token-policies'
import { postValidateTokens, validateTokens } from '../../governance/http/validate-tokens'
import { findDefaultOrganization, listLoggedInOrganizations, pageLoggedInOrganizations } from '../../identity/http/logged-in-organizations'
import { findLoggedInProfile, findLoggedInUser } from '../../identity/http/logged-in-user'
import { memberGroups, memberInfo, memberRoles, memberServiceRoles } from '../../identity/http/membership'
import { activateMfaPolicy, deactivateMfaPolicy, showMfaPolicy } from '../../identity/http/mfa-policy'
import { findOrganization, listOrganizationRoles } from '../../identity/http/organization'
import { findPrincipalMfa, turnPrincipalMfa } from '../../identity/http/principal-mfa'
import { findUserInfo, postUserInfo } from '../../identity/http/user-info'
import { pageUsers, pageUsersOfOld, searchUsers } from '../../identity/http/users'
import { introspectToken } from '../../oauth/http/introspect'
import { METADATA_ENDPOINTS } from '../../oauth/http/metadata'
import { revokePresented } from '../../oauth/http/revoke'
import { grantToken } from '../../oauth/http/token'
import { findMetrics } from '../../operations/http/metrics'
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
  ...OLD_TOKEN_ENDPOINTS,
  describePresented,
  listKeys,
  findPublicKey,
  ...METADATA_ENDPOINTS,
  grantToken,
  introspectToken,
  revokePresented,
  findLoggedInUser,
  findPrincipalMfa,
  turnPrincipalMfa,
  showMfaPolicy,
  activateMfaPolicy,
  deactivateMfaPolicy,
  findLoggedInProfile,
  listLoggedInOrganizations,
  pageLoggedInOrganizations,
  findDefaultOrganization,
  findUserInfo,
  postUserInfo,
  ...[memberInfo, memberRoles, memberServiceRoles, memberGroups].flatMap(({ own, others }) => [own, ...others]),
  findOrganization,
  listOrganizationRoles,
  pageUsers,
  pageUsersOfOld,
  searchUsers,
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
  findMetrics,
  validateTokens,
  postValidateTokens,
  own.endpoint,
]

/** All of them as OpenAPI 3.1 describes them. */
export const describeEndpoints = own.description
