import { fullName } from '../../identity/full-name'
import { readServiceScope } from '../../identity/permissions'
import { prisma } from '../../platform/db'

/** Names by id: of people, and of service roles by scope. */
export type Names = { people: Map<string, string>; serviceRoles: Map<string, string> }

const SERVICE_ROLE = { serviceId: true, name: true, displayName: true, service: { select: { displayName: true } } } as const

/** The names that some tokens' rows refer to by id. */
export async function findNames(rows: { deactivatedBy: string | null; serviceRoles: string[] }[]): Promise<Names> {
  const owners = [...new Set(rows.flatMap((row) => row.deactivatedBy ?? []))]
  const services = [...new Set(rows.flatMap((row) => row.serviceRoles).flatMap((scope) => readServiceScope(scope)?.serviceId ?? []))]
  const [people, roles] = await Promise.all([
    owners.length === 0 ? [] : prisma().user.findMany({ where: { id: { in: owners } }, select: { id: true, firstName: true, lastName: true } }),
    services.length === 0 ? [] : prisma().serviceRole.findMany({ where: { serviceId: { in: services } }, select: SERVICE_ROLE }),
  ])
  return {
    people: new Map(people.map((person) => [person.id, fullName(person)])),
    serviceRoles: new Map(roles.map((role) => [`external/${role.serviceId}/${role.name}`, `${role.service.displayName}: ${role.displayName}`])),
  }
}
