import type { GovernorContext } from '../../platform/roles'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import { findNames } from '../../tokens/queries/find-names'
import type { TokenPage, Total } from '../governed-token'
import { readCursor, sortKeyOf, writeCursor, type ListCursor } from '../list-cursor'
import type { ListPlace } from '../list-address'
import { countTokens } from './count-tokens'
import { GOVERNED_TOKEN, toGovernedToken, type GovernedTokenRow } from './governed-token-row'
import { inOrder, isBeyond } from './list-order'
import { isOfOrganization, matchesFilter } from './token-conditions'

const sql = Prisma.sql

/** Rows in the list's order, with whether there are more before and behind them. */
type Stretch = { rows: GovernedTokenRow[]; from: number; more: boolean }

type Asked = Pick<ListPlace, 'filter' | 'sort' | 'size'>

/** The rows behind `cursor`, or, backwards, those before it from the nearest on. */
async function readRows(ctx: GovernorContext, { filter, sort, size }: Asked, now: Date, cursor: ListCursor | null, backwards = false): Promise<GovernedTokenRow[]> {
  const beyond = cursor ? sql`AND ${isBeyond(cursor, sort, backwards)}` : Prisma.empty
  return prisma().$queryRaw<GovernedTokenRow[]>`
    SELECT ${GOVERNED_TOKEN}
      FROM (SELECT * FROM api_token WHERE ${isOfOrganization(ctx)} AND ${matchesFilter(filter, now)} ${beyond}
             ORDER BY ${inOrder(sort, backwards)} LIMIT ${size + 1}) t
     ORDER BY ${inOrder(sort, backwards)}`
}

async function readFirst(ctx: GovernorContext, asked: Asked, now: Date): Promise<Stretch> {
  const rows = await readRows(ctx, asked, now, null)
  return { rows: rows.slice(0, asked.size), from: 1, more: rows.length > asked.size }
}

/** What stands behind the cursor; the first page where nothing does any more. */
async function readAfter(ctx: GovernorContext, asked: Asked, now: Date, cursor: ListCursor): Promise<Stretch> {
  const rows = await readRows(ctx, asked, now, cursor)
  if (rows.length === 0) return readFirst(ctx, asked, now)
  return { rows: rows.slice(0, asked.size), from: cursor.ordinal + 1, more: rows.length > asked.size }
}

/** What stands before the cursor; where that is less than a page, the first page. */
async function readBefore(ctx: GovernorContext, asked: Asked, now: Date, cursor: ListCursor): Promise<Stretch> {
  const rows = await readRows(ctx, asked, now, cursor, true)
  if (rows.length <= asked.size) return readFirst(ctx, asked, now)
  // There is more before it, whatever was known when the cursor was written.
  return { rows: rows.slice(0, asked.size).toReversed(), from: Math.max(2, cursor.ordinal - asked.size), more: true }
}

function readStretch(ctx: GovernorContext, place: ListPlace, now: Date): Promise<Stretch> {
  const [after, before] = [readCursor(place.after, place.sort), readCursor(place.before, place.sort)]
  if (after) return readAfter(ctx, place, now, after)
  return before ? readBefore(ctx, place, now, before) : readFirst(ctx, place, now)
}

/** What is seen counts, whatever was counted a moment before or after. */
function atLeast(total: Total, seen: number): Total {
  return { ...total, count: Math.max(total.count, seen) }
}

/**
 * A page of the organization's tokens, with how many there are in all.
 *
 * A cursor that is damaged or of another order leads to the first page. `from` is as good as the cursor's: tokens that
 * came or went meanwhile shift it.
 */
export async function listTokens(ctx: GovernorContext, place: ListPlace): Promise<TokenPage> {
  const now = new Date()
  const [{ rows, from, more }, total] = await Promise.all([readStretch(ctx, place, now), countTokens(ctx, place.filter, now)])
  const names = await findNames(rows)
  const cursorOf = (row: GovernedTokenRow | undefined, ordinal: number) =>
    row ? writeCursor({ key: sortKeyOf(row, place.sort.key), id: row.id, ordinal }, place.sort) : null
  const last = from + rows.length - 1
  return {
    tokens: rows.map((row) => toGovernedToken(row, names, now)),
    from,
    total: atLeast(total, more ? last + 1 : last),
    next: more ? cursorOf(rows.at(-1), last) : null,
    previous: from > 1 ? cursorOf(rows[0], from) : null,
  }
}
