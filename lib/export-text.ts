import { stringify } from 'csv-stringify/sync'

/** How rows are written in a format: what stands before them, each lot of them, and what stands behind. */
export type ExportText<Item> = { type: string; head: string; lot: (items: readonly Item[], first: boolean) => string; foot: string }

/** By which spreadsheets know that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const yesNo = (value: boolean) => (value ? 'yes' : 'no')

/** A text that a spreadsheet could take for a formula is made one that it does not. */
function toLines(records: readonly (readonly unknown[])[]): string {
  return stringify(records.map((record) => [...record]), {
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: { boolean: yesNo, object: (value) => (Array.isArray(value) ? value.join(' ') : '') },
  })
}

/**
 * A table for spreadsheets.
 *
 * @param headers one for each of the values that `toRecord` gives
 * @see RFC 4180
 */
export function csvText<Item>(headers: readonly string[], toRecord: (item: Item) => readonly unknown[]): ExportText<Item> {
  return {
    type: 'text/csv; charset=utf-8; header=present',
    head: BYTE_ORDER_MARK + toLines([headers]),
    lot: (items) => toLines(items.map(toRecord)),
    foot: '',
  }
}

/** One array, an element a line. */
export function jsonArrayText<Item>(toObject: (item: Item) => unknown): ExportText<Item> {
  return {
    type: 'application/json; charset=utf-8',
    head: '[',
    lot: (items, first) => items.map((item, at) => `${first && at === 0 ? '\n' : ',\n'}${JSON.stringify(toObject(item))}`).join(''),
    foot: '\n]\n',
  }
}

/**
 * JSON Lines: an object a line, each a whole by itself, so that what was broken off can still be read as far as it goes.
 *
 * @see https://jsonlines.org
 */
export function jsonLinesText<Item>(toObject: (item: Item) => unknown): ExportText<Item> {
  return { type: 'application/x-ndjson; charset=utf-8', head: '', lot: (items) => items.map((item) => `${JSON.stringify(toObject(item))}\n`).join(''), foot: '' }
}
