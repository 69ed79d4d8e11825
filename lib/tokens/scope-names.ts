/** What a token is for, as lists of it have it. */
export type NamedScopes = { allRoles: boolean; orgRoles: readonly string[]; serviceRoles: readonly { scope: string }[]; openId: boolean }

/** Stands for the roles held at each exchange. */
const ALL_ROLES = 'ALL_ROLES'

/** What a token is for, by the names that an access token has for it. */
export function scopeNames({ allRoles, orgRoles, serviceRoles, openId }: NamedScopes): string[] {
  const roles = allRoles ? [ALL_ROLES] : [...orgRoles.map((role) => `csp:${role}`), ...serviceRoles.map(({ scope }) => scope)]
  return openId ? ['openid', ...roles] : roles
}
