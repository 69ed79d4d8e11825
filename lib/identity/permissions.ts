/** Organization roles, most powerful first. */
export const ORG_ROLES = [
  'org_owner',
  'org_admin',
  'org_member',
  'developer',
  'support_user',
  'billing_read_only',
  'access_log_auditor',
  'software_installer',
] as const

export type OrgRole = (typeof ORG_ROLES)[number]

/** A role of a service: `external/<serviceId>/<role>`. */
export type ServiceScope = `external/${string}/${string}`

const SERVICE_SCOPE = /^external\/[a-z0-9-]{1,64}\/[a-z0-9_-]{1,64}$/

/** Roles that a person holds in one organization. */
export type HeldRoles = { roles: readonly string[]; serviceRoles: readonly string[] }

/** What an API token may be exchanged for. */
export type TokenScopes = { allRoles: boolean; orgRoles: readonly string[]; serviceRoles: readonly string[]; openId: boolean }

export function isOrgRole(text: string): text is OrgRole {
  return (ORG_ROLES as readonly string[]).includes(text)
}

export function isServiceScope(text: string): text is ServiceScope {
  return SERVICE_SCOPE.test(text)
}

/** The parts of a service scope; null where `text` is none. */
export function readServiceScope(text: string): { serviceId: string; role: string } | null {
  const [kind, serviceId, role] = text.split('/')
  return kind === 'external' && serviceId && role && isServiceScope(text) ? { serviceId, role } : null
}

/**
 * What a token may do now: its scopes, as far as its user still holds them.
 *
 * Organization roles come as `csp:<role>`, service roles as they are. All Roles means those held now.
 *
 * @see spec: product.md §8
 */
export function effectivePermissions(scopes: TokenScopes, held: HeldRoles): string[] {
  const orgRoles = scopes.allRoles ? held.roles : scopes.orgRoles.filter((role) => held.roles.includes(role))
  const serviceRoles = scopes.allRoles
    ? held.serviceRoles
    : scopes.serviceRoles.filter((role) => held.serviceRoles.includes(role))
  return [...orgRoles.map((role) => `csp:${role}`), ...serviceRoles]
}
