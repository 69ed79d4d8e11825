import { Prisma } from '../../platform/generated/prisma/client'
import { prisma } from '../../platform/db'
import { fullName } from '../../identity/full-name'
import type { AuditReaderContext } from '../../platform/roles'
import type { Actor, RecordedEvent } from '../recorded-event'
import { mostOf } from '../standing'

/** The columns that an event is shown from. */
export const EVENT = Prisma.sql`
  id, at, type, actor_user_id AS "actorUserId", token_id AS "tokenId", ip, user_agent AS "userAgent", request_id AS "requestId", result, cause, details`

export type EventRow = Pick<RecordedEvent, 'id' | 'at' | 'type' | 'result' | 'cause' | 'ip' | 'userAgent' | 'requestId' | 'details'> & {
  actorUserId: string | null
  tokenId: string | null
}

const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]

async function findActors(orgId: string, ids: string[]): Promise<Map<string, Actor>> {
  const [people, memberships] = await Promise.all([
    prisma().user.findMany({ where: { id: { in: ids } }, select: { id: true, firstName: true, lastName: true, email: true } }),
    prisma().membership.findMany({ where: { orgId, userId: { in: ids } }, select: { userId: true, status: true, roles: true } }),
  ])
  const standings = new Map(
    memberships.map(({ userId, status, roles }) => [userId, status === 'suspended' || status === 'removed' ? status : mostOf(roles)] as const),
  )
  return new Map(people.map(({ id, email, ...name }) => [id, { id, name: fullName(name), email, standing: standings.get(id) ?? null }]))
}

async function findTokens(orgId: string, ids: string[]): Promise<Map<string, { id: string; name: string; lastFour: string }>> {
  const tokens = await prisma().apiToken.findMany({ where: { orgId, id: { in: ids } }, select: { id: true, name: true, lastFour: true } })
  return new Map(tokens.map((token) => [token.id, token]))
}

/** The events of some rows, with the names of whom and what they refer to: looked up for all of them at once. */
export async function toRecordedEvents({ orgId }: AuditReaderContext, rows: readonly EventRow[]): Promise<RecordedEvent[]> {
  const [actors, tokens] = await Promise.all([
    findActors(orgId, unique(rows.map(({ actorUserId }) => actorUserId))),
    findTokens(orgId, unique(rows.map(({ tokenId }) => tokenId))),
  ])
  return rows.map(({ actorUserId, tokenId, ...event }) => ({
    ...event,
    actor: actors.get(actorUserId ?? '') ?? null,
    token: tokens.get(tokenId ?? '') ?? null,
  }))
}
