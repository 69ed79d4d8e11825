import { AUDIT_EVENTS, type AuditEventType } from '../../audit/events'
import { fullName } from '../../identity/full-name'
import { prisma } from '../../platform/db'
import { requireAuditReader, type GovernorContext } from '../../platform/roles'
import type { TokenEvent } from '../token-details'

const MAX_EVENTS = 50

const EVENT = { id: true, type: true, at: true, actorUserId: true, result: true, cause: true, details: true } as const

const isKnown = (type: string): type is AuditEventType => type in AUDIT_EVENTS

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What happened to a token of the organization, newest first, the latest 50.
 *
 * @throws {DomainError} not_found where the person may not read the audit log
 */
export async function listTokenEvents(ctx: GovernorContext, tokenId: string): Promise<{ events: TokenEvent[]; more: boolean }> {
  const { orgId } = requireAuditReader(ctx)
  const rows = await prisma().auditEvent.findMany({ where: { orgId, tokenId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: MAX_EVENTS + 1, select: EVENT })
  const actors = [...new Set(rows.flatMap(({ actorUserId }) => actorUserId ?? []))]
  const people = await prisma().user.findMany({ where: { id: { in: actors } }, select: { id: true, firstName: true, lastName: true } })
  const names = new Map(people.map((person) => [person.id, fullName(person)]))
  const events = rows.slice(0, MAX_EVENTS).flatMap(({ id, type, at, actorUserId, result, cause, details }): TokenEvent[] =>
    isKnown(type)
      ? [{ id, type, at, by: names.get(actorUserId ?? '') ?? null, result: result === 'failure' ? 'failure' : 'success', cause, details: isRecord(details) ? details : {} }]
      : [],
  )
  return { events, more: rows.length > MAX_EVENTS }
}
