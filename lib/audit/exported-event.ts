import { AUDIT_EVENTS } from './events'
import type { RecordedEvent } from './recorded-event'

/** The facts of an event that an export has: a column each, in this order. */
export const EVENT_COLUMNS = [
  'id', 'time', 'event', 'type', 'result', 'cause', 'actor', 'actorEmail', 'actorId', 'token', 'tokenLastFour', 'tokenId', 'ip', 'userAgent', 'requestId', 'details',
] as const
export type EventColumn = (typeof EVENT_COLUMNS)[number]

const names: Readonly<Record<string, string>> = AUDIT_EVENTS

/** An event as programs read it: instants in UTC, everything by the names that it was recorded under. */
export function toExportedEvent({ id, at, type, result, cause, actor, token, ip, userAgent, requestId, details }: RecordedEvent) {
  return {
    ...{ id, time: at.toISOString(), event: names[type] ?? null, type, result, cause },
    ...{ actor: actor?.name ?? null, actorEmail: actor?.email ?? null, actorId: actor?.id ?? null },
    ...{ token: token?.name ?? null, tokenLastFour: token?.lastFour ?? null, tokenId: token?.id ?? null },
    ...{ ip, userAgent, requestId, details },
  } satisfies Record<EventColumn, unknown>
}
