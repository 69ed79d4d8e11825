import type { HeldRoles, TokenScopes } from '../identity/permissions'

/** What an access token that makes a secret has itself. */
export type AccessTokenPower = {
  /** As it was given when it was made: `csp:<role>`, `external/<serviceId>/<role>`. */
  permissions: readonly string[]
  /** Its `scope`, separated by spaces. */
  scope: string
  /** Whether it was got with an API token for All Roles, and without naming a scope. */
  allRoles: boolean
}

/**
 * Whether what an API token is for is in the access token that makes it.
 *
 * All Roles, which grows with its user's roles, only by one that was got with All Roles and was not narrowed, be it to
 * every role held at that moment; and that has every role held now.
 *
 * @see spec: api.md §5, An access token can never be turned into more than it is
 */
export function isWithin({ permissions, scope, allRoles }: AccessTokenPower, made: TokenScopes, held: HeldRoles): boolean {
  const has = (roles: readonly string[], serviceRoles: readonly string[]) => [...roles.map((role) => `csp:${role}`), ...serviceRoles].every((permission) => permissions.includes(permission))
  if (made.openId && !scope.split(' ').includes('openid')) return false
  if (made.allRoles) return allRoles && has(held.roles, held.serviceRoles)
  return has(made.orgRoles, made.serviceRoles)
}
