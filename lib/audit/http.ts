import type { UserContext } from '../platform/context'
import { isAuditReader, requireAuditReader } from '../platform/roles'
import { refuseExport, streamExport } from '../platform/stream-export'
import { EVENT_EXPORT_FORMATS, eventExportText } from './event-export-text'
import type { EventColumn } from './exported-event'
import { readLogPlace } from './log-address'
import { readAllEvents } from './queries/read-all-events'

/** What of an export is written in the reader's language. */
export type EventExportTexts = { fileName: string; headers: Record<EventColumn, string> }

/**
 * `GET …/audit-events/export?format=csv|jsonl` with the log's own parameters: all events that its filter looks at,
 * newest first. Streamed: the memory it takes does not depend on how many there are.
 */
export async function handleEventExport(user: UserContext, url: string, texts: EventExportTexts): Promise<Response> {
  if (!isAuditReader(user)) return refuseExport(404, 'not_found')
  const ctx = requireAuditReader(user)
  const parameters = Object.fromEntries(new URL(url).searchParams)
  const format = EVENT_EXPORT_FORMATS.find((one) => one === parameters['format'])
  if (!format) return refuseExport(400, 'invalid_request')
  const date = new Date().toISOString().slice(0, 10)
  return streamExport({
    lots: readAllEvents(ctx, readLogPlace(parameters).filter),
    text: eventExportText(format, texts.headers),
    fileName: `${texts.fileName} ${ctx.orgName} ${date}.${format}`,
    requestId: ctx.request.requestId,
  })
}
