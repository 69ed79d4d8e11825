import { ORG_ROLES, type OrgRole } from '../identity/permissions'

/** Everybody has it, so it says the least. */
const LEAST: OrgRole = 'org_member'

/** The one of some roles that says most of what a person may do; null where there is none. */
export function mostOf(roles: readonly string[]): OrgRole | null {
  const held = ORG_ROLES.filter((role) => roles.includes(role))
  return held.find((role) => role !== LEAST) ?? held[0] ?? null
}
