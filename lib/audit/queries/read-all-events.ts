import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { AuditReaderContext } from '../../platform/roles'
import type { EventCursor } from '../event-cursor'
import type { EventFilter } from '../event-filter'
import type { RecordedEvent } from '../recorded-event'
import { inOrder, isBeyond, isLookedAt } from './event-conditions'
import { EVENT, toRecordedEvents, type EventRow } from './event-row'

/** Rows that are held at a time. */
const LOT = 1_000

/**
 * All of the organization's audit events that a filter looks at, newest first, a lot at a time: however many there are,
 * no more than a lot is held. Each lot is read when it is asked for; what happens meanwhile stands before the first one
 * and is left out.
 */
export async function* readAllEvents(ctx: AuditReaderContext, filter: EventFilter): AsyncGenerator<RecordedEvent[], void> {
  const now = new Date()
  let cursor: EventCursor | null = null
  do {
    const beyond: Prisma.Sql = cursor ? Prisma.sql`AND ${isBeyond(cursor, false)}` : Prisma.empty
    const rows: EventRow[] = await prisma().$queryRaw`
      SELECT ${EVENT} FROM audit_event WHERE ${isLookedAt(ctx, filter, now)} ${beyond} ORDER BY ${inOrder(false)} LIMIT ${LOT}`
    yield await toRecordedEvents(ctx, rows)
    const last = rows.at(-1)
    cursor = last && rows.length === LOT ? { at: last.at, id: last.id, ordinal: 1 } : null
  } while (cursor)
}
