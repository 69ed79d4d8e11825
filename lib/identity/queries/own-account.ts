import type { SessionContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { aliveAt } from '../live-session'
import { isOrgRole, readServiceScope, type OrgRole } from '../permissions'
import { readUserAgent, type Device } from '../user-agent'

export type OwnOrganization = { id: string; name: string; roles: OrgRole[]; serviceRoleCount: number; memberSince: Date }

/** The organizations that the caller is an active member of, by name, with what they are there. */
export async function listOwnOrganizations(ctx: SessionContext): Promise<OwnOrganization[]> {
  const memberships = await prisma().membership.findMany({
    where: { userId: ctx.userId, status: 'active' },
    orderBy: [{ organization: { name: 'asc' } }, { orgId: 'asc' }],
    select: { roles: true, serviceRoles: true, createdAt: true, organization: { select: { id: true, name: true } } },
  })
  return memberships.map(({ roles, serviceRoles, createdAt, organization }) => ({
    ...organization,
    roles: roles.filter(isOrgRole),
    serviceRoleCount: serviceRoles.length,
    memberSince: createdAt,
  }))
}

const OWN_ACCOUNT = { firstName: true, lastName: true, createdAt: true, timeZone: true, securityNotices: true, passwordChangedAt: true } as const

export type OwnAccount = {
  firstName: string
  lastName: string
  createdAt: Date
  /** Null: never chosen. */
  timeZone: string | null
  securityNotices: boolean
  passwordChangedAt: Date | null
  /** Whether there is a password at all: who signs in by other means has none to change. */
  hasPassword: boolean
}

/** What the caller's own account holds beyond what every page knows. */
export async function findOwnAccount(ctx: SessionContext): Promise<OwnAccount> {
  const [account, withPassword] = await Promise.all([
    prisma().user.findUniqueOrThrow({ where: { id: ctx.userId }, select: OWN_ACCOUNT }),
    prisma().user.count({ where: { id: ctx.userId, passwordHash: { not: null } } }),
  ])
  return { ...account, hasPassword: withPassword === 1 }
}

/** Sessions that are listed beside the caller's own. */
const MAX_LISTED = 50

const OWN_SESSION = { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true } as const

export type OwnSession = { id: string; createdAt: Date; lastSeenAt: Date; ip: string | null; userAgent: string | null; device: Device }

/**
 * The caller's live sessions: the one that asks, and the newest 50 of the others.
 *
 * @returns with how many others there are, listed or not
 */
export async function listOwnSessions(ctx: SessionContext): Promise<{ current: OwnSession | null; others: OwnSession[]; otherCount: number }> {
  const alive = { ...aliveAt(new Date()), userId: ctx.userId }
  const rest = { ...alive, id: { not: ctx.sessionId } }
  const [current, others, otherCount] = await Promise.all([
    prisma().session.findFirst({ where: { ...alive, id: ctx.sessionId }, select: OWN_SESSION }),
    prisma().session.findMany({ where: rest, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MAX_LISTED, select: OWN_SESSION }),
    prisma().session.count({ where: rest }),
  ])
  const named = <Row extends { userAgent: string | null }>(row: Row) => ({ ...row, device: readUserAgent(row.userAgent) })
  return { current: current && named(current), others: others.map(named), otherCount }
}

export type OwnServiceRoles = { serviceId: string; displayName: string; roles: { scope: string; displayName: string | null }[] }

/**
 * The service roles that the caller holds in the organization shown, by service. A role that its service no longer
 * knows has no name, and stays: it is held until somebody takes it away.
 */
export async function listOwnServiceRoles(ctx: SessionContext): Promise<OwnServiceRoles[]> {
  const held = ctx.serviceRoles.flatMap((scope) => {
    const parts = readServiceScope(scope)
    return parts ? [{ ...parts, scope }] : []
  })
  const services = await prisma().service.findMany({
    where: { id: { in: [...new Set(held.map(({ serviceId }) => serviceId))] } },
    select: { id: true, displayName: true, roles: { select: { name: true, displayName: true } } },
  })
  const groups = [...new Set(held.map(({ serviceId }) => serviceId))].map((serviceId) => {
    const service = services.find(({ id }) => id === serviceId)
    const nameOf = (role: string) => service?.roles.find(({ name }) => name === role)?.displayName ?? null
    const roles = held.filter((each) => each.serviceId === serviceId).map(({ scope, role }) => ({ scope, displayName: nameOf(role) }))
    return { serviceId, displayName: service?.displayName ?? serviceId, roles: roles.sort((a, b) => a.scope.localeCompare(b.scope, 'en')) }
  })
  return groups.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'))
}
