import { readStretch } from '../../keyset-page'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { AuditReaderContext } from '../../platform/roles'
import { countedTo, withSeen, type Total } from '../../total'
import { readEventCursor, writeEventCursor, type EventCursor } from '../event-cursor'
import type { EventFilter } from '../event-filter'
import type { LogPlace } from '../log-address'
import type { RecordedEvent } from '../recorded-event'
import { inOrder, isBeyond, isLookedAt } from './event-conditions'
import { EVENT, toRecordedEvents, type EventRow } from './event-row'

/** Beyond so many, events are not counted one by one. */
const MAX_COUNTED = 10_000

/** A page of the log. `from` is the number of its first event in the whole, counted from 1. */
export type EventPage = { events: RecordedEvent[]; from: number; total: Total; next: string | null; previous: string | null }

async function countEvents(ctx: AuditReaderContext, filter: EventFilter, now: Date): Promise<Total> {
  const [found] = await prisma().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM audit_event WHERE ${isLookedAt(ctx, filter, now)} LIMIT ${MAX_COUNTED + 1}) counted`
  return countedTo(MAX_COUNTED, found?.count ?? 0)
}

/**
 * A page of the organization's audit events that the filter looks at, newest first, with how many there are in all.
 *
 * A cursor that is damaged leads to the first page.
 */
export async function listAuditEvents(ctx: AuditReaderContext, place: LogPlace): Promise<EventPage> {
  const now = new Date()
  const read = (limit: number, cursor: EventCursor | null, backwards: boolean) => {
    const beyond = cursor ? Prisma.sql`AND ${isBeyond(cursor, backwards)}` : Prisma.empty
    return prisma().$queryRaw<EventRow[]>`
      SELECT ${EVENT} FROM audit_event WHERE ${isLookedAt(ctx, place.filter, now)} ${beyond} ORDER BY ${inOrder(backwards)} LIMIT ${limit}`
  }
  const [{ rows, from, more }, total] = await Promise.all([
    readStretch({ size: place.size, after: readEventCursor(place.after), before: readEventCursor(place.before), read }),
    countEvents(ctx, place.filter, now),
  ])
  const last = from + rows.length - 1
  const cursorOf = (row: EventRow | undefined, ordinal: number) => (row ? writeEventCursor({ at: row.at, id: row.id, ordinal }) : null)
  return {
    events: await toRecordedEvents(ctx, rows),
    from,
    total: withSeen(total, more ? last + 1 : last),
    next: more ? cursorOf(rows.at(-1), last) : null,
    previous: from > 1 ? cursorOf(rows[0], from) : null,
  }
}
