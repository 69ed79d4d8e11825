import { ORG_ROLES, readServiceScope, type OrgRole } from '../../identity/permissions'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'

export type ScopeChoices = {
  orgRoles: { role: OrgRole; held: boolean }[]
  services: { id: string; displayName: string; roles: { scope: string; displayName: string; held: boolean }[] }[]
}

/** Every role that a token could have, with whether the caller holds it. Services of which none is held are left out. */
export async function listScopeChoices(ctx: UserContext): Promise<ScopeChoices> {
  const held = new Set<string>(ctx.serviceRoles)
  const serviceIds = [...new Set(ctx.serviceRoles.flatMap((scope) => readServiceScope(scope)?.serviceId ?? []))]
  const services = await prisma().service.findMany({
    where: { id: { in: serviceIds } },
    orderBy: { displayName: 'asc' },
    select: { id: true, displayName: true, roles: { orderBy: { displayName: 'asc' }, select: { name: true, displayName: true } } },
  })
  return {
    orgRoles: ORG_ROLES.map((role) => ({ role, held: ctx.roles.includes(role) })),
    services: services.map(({ id, displayName, roles }) => ({
      id,
      displayName,
      roles: roles.map((role) => {
        const scope = `external/${id}/${role.name}`
        return { scope, displayName: `${displayName}: ${role.displayName}`, held: held.has(scope) }
      }),
    })),
  }
}
