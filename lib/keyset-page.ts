/** A row's place in a list, to go on from, with its number in the whole, counted from 1, as far as was known then. */
type Numbered = { ordinal: number }

/** Rows in the list's order, the number of the first, and whether there are more behind them. */
export type Stretch<Row> = { rows: Row[]; from: number; more: boolean }

type Asked<Cursor, Row> = {
  /** Rows of a page. */
  size: number
  after: Cursor | null
  before: Cursor | null
  /** The rows behind a cursor, or, backwards, those before it from the nearest on; without one, from the top. */
  read: (limit: number, cursor: Cursor | null, backwards: boolean) => Promise<Row[]>
}

/**
 * Reads one page of a list by keyset.
 *
 * One row more is read than shown, which says whether there is another page. Behind the end, and where less than a page
 * stands before the cursor, it is the first page.
 */
export async function readStretch<Cursor extends Numbered, Row>({ size, after, before, read }: Asked<Cursor, Row>): Promise<Stretch<Row>> {
  const cursor = after ?? before
  const backwards = !after && cursor !== null
  const rows = await read(size + 1, cursor, backwards)
  const more = rows.length > size
  const shown = rows.slice(0, size)
  if (!cursor) return { rows: shown, from: 1, more }
  if (backwards ? !more : rows.length === 0) return readStretch({ size, after: null, before: null, read })
  // There is more before it, whatever was known when the cursor was written; and behind it stands the cursor's own row.
  return backwards ? { rows: shown.toReversed(), from: Math.max(2, cursor.ordinal - size), more: true } : { rows: shown, from: cursor.ordinal + 1, more }
}
