import { isOrgRole, ORG_ROLES, readServiceScope, type OrgRole } from '../identity/permissions'
import type { UserContext } from '../platform/context'
import { prisma } from '../platform/db'
import type { Prisma } from '../platform/generated/prisma/client'
import { TTL_UNITS, type Ttl } from '../time'
import { isDeactivationReason } from './deactivation-reason'
import { readCursor, writeCursor } from './list-cursor'
import type { OwnToken } from './own-token'
import { tokenState } from './token-state'

const PAGE_SIZE = 50

const OWN_TOKEN = {
  id: true,
  name: true,
  description: true,
  lastFour: true,
  allRoles: true,
  orgRoles: true,
  serviceRoles: true,
  openId: true,
  createdAt: true,
  issuedAt: true,
  ttlValue: true,
  ttlUnit: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  deactivatedAt: true,
  deactivatedBy: true,
  deactivationReason: true,
  deactivationNote: true,
} as const satisfies Prisma.ApiTokenSelect

type Row = Prisma.ApiTokenGetPayload<{ select: typeof OWN_TOKEN }>

type Names = { people: Map<string, string>; serviceRoles: Map<string, string> }

function toTtl(row: Row): Ttl | null {
  const unit = TTL_UNITS.find((known) => known === row.ttlUnit)
  return row.ttlValue !== null && unit ? { value: row.ttlValue, unit } : null
}

function toDeactivated(row: Row, names: Names): OwnToken['deactivated'] {
  const reason = row.deactivationReason ?? 'other'
  if (!row.deactivatedAt || !isDeactivationReason(reason)) return null
  return { at: row.deactivatedAt, by: names.people.get(row.deactivatedBy ?? '') ?? '', reason, note: row.deactivationNote }
}

function toOwnToken(row: Row, names: Names, now: Date): OwnToken {
  const { id, name, description, lastFour, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, revokedAt } = row
  return {
    ...{ id, name, description, lastFour, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, revokedAt },
    orgRoles: row.orgRoles.filter(isOrgRole),
    serviceRoles: row.serviceRoles.map((scope) => ({ scope, displayName: names.serviceRoles.get(scope) ?? scope })),
    expired: tokenState(row, now).expired,
    deactivated: toDeactivated(row, names),
    ttl: toTtl(row),
  }
}

async function findNames(rows: Row[]): Promise<Names> {
  const owners = [...new Set(rows.flatMap((row) => row.deactivatedBy ?? []))]
  const services = [...new Set(rows.flatMap((row) => row.serviceRoles).flatMap((scope) => readServiceScope(scope)?.serviceId ?? []))]
  const [people, roles] = await Promise.all([
    owners.length === 0 ? [] : prisma().user.findMany({ where: { id: { in: owners } }, select: { id: true, firstName: true, lastName: true } }),
    services.length === 0 ? [] : prisma().serviceRole.findMany({ where: { serviceId: { in: services } }, select: SERVICE_ROLE }),
  ])
  return {
    people: new Map(people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`])),
    serviceRoles: new Map(roles.map((role) => [`external/${role.serviceId}/${role.name}`, `${role.service.displayName}: ${role.displayName}`])),
  }
}

const SERVICE_ROLE = { serviceId: true, name: true, displayName: true, service: { select: { displayName: true } } } as const

/**
 * The caller's tokens in the organization shown, newest first, a page of 50.
 *
 * @param after the cursor of an earlier page; a damaged one starts from the top
 * @returns with the number of live tokens, and the next page's cursor or null
 */
export async function listOwnTokens(
  ctx: UserContext,
  { after }: { after?: string | undefined },
): Promise<{ tokens: OwnToken[]; liveCount: number; nextCursor: string | null }> {
  const cursor = readCursor(after)
  const mine = { orgId: ctx.orgId, userId: ctx.userId }
  const now = new Date()
  const [rows, liveCount] = await Promise.all([
    prisma().apiToken.findMany({
      where: cursor
        ? { ...mine, OR: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, id: { lt: cursor.id } }] }
        : mine,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
      select: OWN_TOKEN,
    }),
    prisma().apiToken.count({ where: { ...mine, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } }),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const names = await findNames(page)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return { tokens: page.map((row) => toOwnToken(row, names, now)), liveCount, nextCursor: last ? writeCursor(last) : null }
}

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
