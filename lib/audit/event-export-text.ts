import { csvText, jsonLinesText, type ExportText } from '../export-text'
import { EVENT_COLUMNS, toExportedEvent, type EventColumn } from './exported-event'
import type { RecordedEvent } from './recorded-event'

export const EVENT_EXPORT_FORMATS = ['csv', 'jsonl'] as const
export type EventExportFormat = (typeof EVENT_EXPORT_FORMATS)[number]

function toRecord(event: RecordedEvent): unknown[] {
  const exported = toExportedEvent(event)
  return EVENT_COLUMNS.map((column) => (column === 'details' ? JSON.stringify(exported.details) : exported[column]))
}

/** @param headers of the columns, in the reader's language */
export function eventExportText(format: EventExportFormat, headers: Readonly<Record<EventColumn, string>>): ExportText<RecordedEvent> {
  return format === 'csv' ? csvText(EVENT_COLUMNS.map((column) => headers[column]), toRecord) : jsonLinesText(toExportedEvent)
}
