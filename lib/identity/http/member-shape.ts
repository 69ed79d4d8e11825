import { z } from 'zod'
import { readServiceScope } from '../permissions'
import type { MemberFacts, ServiceNames } from '../queries/members'
import { memberLink, serviceLink } from './links'
import { ROLE, orgRoleShapes, roleShape, type RoleShape } from './role-shape'
import { USER, userShape } from './user-shape'

/** There are no roles made up by an organization, and no groups: their places stay, empty. */
const NONE = z.array(z.object({})).max(0)

export const SERVICE_ROLES = z
  .object({ serviceRoles: z.array(z.object({ serviceDefinitionLink: z.string(), serviceRoleNames: z.array(z.string()), serviceRoles: z.array(ROLE) })) })
  .meta({ id: 'ServiceRoles' })

export const GROUPS = z.object({ groups: NONE }).meta({ id: 'Groups' })

export const USER_INFO = z
  .object({
    user: USER,
    userOrgInfo: z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        orgRoles: z.array(ROLE),
        servicesDef: z.array(
          z.object({ serviceName: z.string(), serviceDisplayName: z.string(), refLink: z.string(), serviceRoles: z.array(z.string()), roles: z.array(ROLE) }),
        ),
        customRoles: NONE,
      }),
    ),
  })
  .meta({ id: 'UserInfo' })

export const LISTED_USER = z
  .object({
    user: USER,
    organizationRoles: z.array(ROLE),
    serviceRoles: z.array(z.object({ serviceDefinitionId: z.string(), serviceRoleNames: z.array(z.string()), serviceRoles: z.array(ROLE) })),
    customRoles: NONE,
  })
  .meta({ id: 'ListedUser' })

/** Somebody in an organization, and the names of the services that they have roles of. */
export type Seen = { orgId: string; member: MemberFacts; services: readonly ServiceNames[] }

type OfService = { serviceId: string; serviceName: string; names: string[]; roles: RoleShape[] }

/** The service roles of a member by service. A role that its service no longer knows is called by its id. */
function rolesByService({ orgId, member, services }: Seen): OfService[] {
  const held = member.serviceRoles.flatMap((scope) => readServiceScope(scope) ?? [])
  return [...new Set(held.map(({ serviceId }) => serviceId))].map((serviceId) => {
    const service = services.find(({ id }) => id === serviceId)
    const names = held.filter((each) => each.serviceId === serviceId).map(({ role }) => role)
    const roles = names.map((name) => roleShape(name, service?.roles[name] ?? name, { orgId, ...member }))
    return { serviceId, serviceName: service?.name ?? serviceId, names, roles }
  })
}

/** What `…/roles` answers of somebody: a bare list, unlike the organization's own. */
export const rolesShape = ({ orgId, member }: Seen): RoleShape[] => orgRoleShapes(member.roles, { orgId, ...member })

/** What `…/service-roles` answers of somebody. */
export function serviceRolesShape(seen: Seen): z.infer<typeof SERVICE_ROLES> {
  const serviceRoles = rolesByService(seen).map(({ serviceId, names, roles }) => ({
    serviceDefinitionLink: serviceLink(serviceId),
    serviceRoleNames: names,
    serviceRoles: roles,
  }))
  return { serviceRoles }
}

const personOf = ({ orgId, member }: Seen) => userShape({ orgId, ...member }, memberLink(orgId, member.userId))

/** What `…/info` answers of somebody: the one organization that it was asked about. */
export function userInfoShape(seen: Seen, orgName: string): z.infer<typeof USER_INFO> {
  const servicesDef = rolesByService(seen).map(({ serviceId, serviceName, names, roles }) => ({
    serviceName: serviceId,
    serviceDisplayName: serviceName,
    refLink: serviceLink(serviceId),
    serviceRoles: names,
    roles,
  }))
  const info = { name: orgName, displayName: orgName, orgRoles: rolesShape(seen), servicesDef, customRoles: [] }
  return { user: personOf(seen), userOrgInfo: [info] }
}

/** Somebody in a page of the organization's users, who are told with service ids in place of links. */
export function listedUserShape(seen: Seen): z.infer<typeof LISTED_USER> {
  const serviceRoles = rolesByService(seen).map(({ serviceId, names, roles }) => ({ serviceDefinitionId: serviceId, serviceRoleNames: names, serviceRoles: roles }))
  return { user: personOf(seen), organizationRoles: rolesShape(seen), serviceRoles, customRoles: [] }
}
