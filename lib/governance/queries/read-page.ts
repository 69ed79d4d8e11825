import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../governed-token'
import type { ListPlace } from '../list-address'
import { readCursor, type ListCursor } from '../list-cursor'
import { isNarrowed, type TokenFilter } from '../token-filter'
import type { GovernedTokenRow } from './governed-token-row'
import { tokensInOrder, type Stretch, type Way } from './tokens-in-order'

/** A page's rows in the list's order. `from` is the place of the first in the whole, counted from 1. */
export type PageRows = { rows: GovernedTokenRow[]; from: number; more: boolean }

/** So few are sorted sooner than they are met along the list. */
const FEW = 3_000

type Reading = { ctx: GovernorContext; place: ListPlace; now: Date; total: Promise<Total> }

/** Whether an index of its own finds what the filter looks at. */
const isFound = ({ search, token, user, role }: TokenFilter) => search !== '' || token !== null || user !== null || role !== null

/** The way to tokens that are not to be met soon. */
function farWay(filter: TokenFilter, total: Total): Way {
  return isFound(filter) || (total.precision === 'exact' && total.count <= FEW) ? 'all' : 'along'
}

/** A page and one token more. Most are met near the place where it begins; where not, the other way is bounded, too. */
async function readRows({ ctx, place, now, total }: Reading, cursor: ListCursor | null, backwards = false): Promise<GovernedTokenRow[]> {
  const { filter, sort } = place
  const stretch: Stretch = { filter, sort, cursor, backwards, limit: place.size + 1 }
  const read = (way: Way) => prisma().$queryRaw<GovernedTokenRow[]>(tokensInOrder(ctx, stretch, now, way))
  // What there is little of is not looked for along the list.
  if (isFound(filter) && (await total).precision === 'exact') return read('all')
  const near = await read('near')
  if (near.length === stretch.limit || !isNarrowed(filter)) return near
  const counted = await total
  const complete = cursor === null && counted.precision === 'exact' && counted.count === near.length
  return complete ? near : read(farWay(filter, counted))
}

async function readFirst(reading: Reading): Promise<PageRows> {
  const rows = await readRows(reading, null)
  const { size } = reading.place
  return { rows: rows.slice(0, size), from: 1, more: rows.length > size }
}

/** What stands behind the cursor; the first page where nothing does any more. */
async function readAfter(reading: Reading, cursor: ListCursor): Promise<PageRows> {
  const rows = await readRows(reading, cursor)
  if (rows.length === 0) return readFirst(reading)
  const { size } = reading.place
  return { rows: rows.slice(0, size), from: cursor.ordinal + 1, more: rows.length > size }
}

/** What stands before the cursor; where that is less than a page, the first page. */
async function readBefore(reading: Reading, cursor: ListCursor): Promise<PageRows> {
  const rows = await readRows(reading, cursor, true)
  const { size } = reading.place
  if (rows.length <= size) return readFirst(reading)
  // There is more before it, whatever was known when the cursor was written.
  return { rows: rows.slice(0, size).toReversed(), from: Math.max(2, cursor.ordinal - size), more: true }
}

/** The rows of the page that `place` asks for; `total` tells how many tokens its filter looks at. */
export function readPage(reading: Reading): Promise<PageRows> {
  const { after, before, sort } = reading.place
  const [behind, ahead] = [readCursor(after, sort), readCursor(before, sort)]
  if (behind) return readAfter(reading, behind)
  return ahead ? readBefore(reading, ahead) : readFirst(reading)
}
