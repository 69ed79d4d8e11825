import { prisma } from '../../platform/db'
import type { AuditReaderContext } from '../../platform/roles'
import { isUuid } from '../../uuid'
import type { RecordedEvent } from '../recorded-event'
import { EVENT, toRecordedEvents, type EventRow } from './event-row'

/** One event of the organization; null where it has none of this id. */
export async function findEvent(ctx: AuditReaderContext, id: string): Promise<RecordedEvent | null> {
  if (!isUuid(id)) return null
  const rows = await prisma().$queryRaw<EventRow[]>`SELECT ${EVENT} FROM audit_event WHERE org_id = ${ctx.orgId}::uuid AND id = ${id}::uuid`
  const [event] = await toRecordedEvents(ctx, rows)
  return event ?? null
}
