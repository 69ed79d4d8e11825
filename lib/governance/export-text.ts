import { csvText, jsonArrayText, type ExportText } from '../export-text'
import { EXPORT_COLUMNS, toExported, type ExportColumn } from './exported-token'
import type { GovernedToken } from './governed-token'

export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

function toRecord(token: GovernedToken): unknown[] {
  const exported = toExported(token)
  return EXPORT_COLUMNS.map((column) => exported[column])
}

/** @param headers of the columns, in the reader's language */
export function exportText(format: ExportFormat, headers: Readonly<Record<ExportColumn, string>>): ExportText<GovernedToken> {
  return format === 'csv' ? csvText(EXPORT_COLUMNS.map((column) => headers[column]), toRecord) : jsonArrayText(toExported)
}
