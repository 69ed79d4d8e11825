import { ORG_ROLES, type OrgRole } from '../../identity/permissions'
import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'

/** What tokens can be filtered by: every organization role, and the roles of every service. */
export type RoleChoices = { orgRoles: readonly OrgRole[]; services: { id: string; displayName: string; roles: { scope: string; displayName: string }[] }[] }

/** The roles that a token of the organization could have, services by name in the reader's language. */
export async function listRoleChoices({ locale }: GovernorContext): Promise<RoleChoices> {
  const services = await prisma().service.findMany({ select: { id: true, displayName: true, roles: { select: { name: true, displayName: true } } } })
  const byName = (one: { displayName: string }, other: { displayName: string }) => one.displayName.localeCompare(other.displayName, locale)
  return {
    orgRoles: ORG_ROLES,
    services: services.toSorted(byName).map(({ id, displayName, roles }) => ({
      id,
      displayName,
      roles: roles.toSorted(byName).map((role) => ({ scope: `external/${id}/${role.name}`, displayName: role.displayName })),
    })),
  }
}
