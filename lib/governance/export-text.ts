import { stringify } from 'csv-stringify/sync'
import { EXPORT_COLUMNS, toExported, type ExportColumn } from './exported-token'
import type { GovernedToken } from './governed-token'

export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How tokens are written in a format: what stands before them, each lot of them, and what stands behind. */
export type ExportText = { type: string; head: string; lot: (tokens: readonly GovernedToken[], first: boolean) => string; foot: string }

/** By which spreadsheets know that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const yesNo = (value: boolean) => (value ? 'yes' : 'no')

/** A text that a spreadsheet could take for a formula is made one that it does not. */
function toLines(records: readonly unknown[][]): string {
  return stringify([...records], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: { boolean: yesNo, object: (value) => (Array.isArray(value) ? value.join(' ') : '') },
  })
}

/** @see RFC 4180 */
function csv(headers: Readonly<Record<ExportColumn, string>>): ExportText {
  return {
    type: 'text/csv; charset=utf-8; header=present',
    head: BYTE_ORDER_MARK + toLines([EXPORT_COLUMNS.map((column) => headers[column])]),
    lot: (tokens) => toLines(tokens.map(toExported).map((token) => EXPORT_COLUMNS.map((column) => token[column]))),
    foot: '',
  }
}

const JSON_ARRAY: ExportText = {
  type: 'application/json; charset=utf-8',
  head: '[',
  lot: (tokens, first) => tokens.map((token, at) => `${first && at === 0 ? '\n' : ',\n'}${JSON.stringify(toExported(token))}`).join(''),
  foot: '\n]\n',
}

/** @param headers of the columns, in the reader's language */
export function exportText(format: ExportFormat, headers: Readonly<Record<ExportColumn, string>>): ExportText {
  return format === 'csv' ? csv(headers) : JSON_ARRAY
}
