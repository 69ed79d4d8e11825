import { authorize } from '../../access/http/authorize'
import { findPublicKey, listKeys } from '../../access/http/keys'
import { listLoggedInOrganizations, pageLoggedInOrganizations } from '../../identity/http/logged-in-organizations'
import { findLoggedInProfile, findLoggedInUser } from '../../identity/http/logged-in-user'
import { memberGroups, memberInfo, memberRoles, memberServiceRoles } from '../../identity/http/membership'
import { findOrganization, listOrganizationRoles, pageUsers } from '../../identity/http/organization'
import { findUserInfo, postUserInfo } from '../../identity/http/user-info'
import { findMetrics } from '../../operations/http/metrics'
import type { Endpoint } from './endpoint'
import { healthz, readyz } from './health'

/** Every address that programs call. What is not here is not served, and what is here is described. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  listKeys,
  findPublicKey,
  findLoggedInUser,
  findLoggedInProfile,
  listLoggedInOrganizations,
  pageLoggedInOrganizations,
  findUserInfo,
  postUserInfo,
  ...[memberInfo, memberRoles, memberServiceRoles, memberGroups].flatMap(({ own, others }) => [own, others]),
  findOrganization,
  listOrganizationRoles,
  pageUsers,
  healthz,
  readyz,
  findMetrics,
]
