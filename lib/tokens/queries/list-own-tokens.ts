import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import { readCursor, writeCursor, type ListCursor } from '../list-cursor'
import type { OwnTokenFilter } from '../list-filter'
import type { OwnToken, OwnTokenCounts } from '../own-token'
import { countOwnTokens } from './count-own-tokens'
import { findNames } from './find-names'
import { belongsTo, isFoundBy, isMine } from './own-token-conditions'
import { OWN_TOKEN, toOwnToken, type OwnTokenRow } from './own-token-row'
import { TOKENS } from './token-tables'

const PAGE_SIZE = 50

/** What comes after the cursor, newest first. */
function isBehind(cursor: ListCursor | null): Prisma.Sql {
  return cursor ? Prisma.sql`(t.created_at, t.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.sql`TRUE`
}

type Asked = Partial<OwnTokenFilter> & { after?: string | undefined }

/**
 * The caller's tokens in the organization shown, newest first, a page of 50.
 *
 * @param asked which of them; `after` is the cursor of an earlier page, a damaged one starts from the top
 * @returns with how many there are of each kind, and the next page's cursor or null
 */
export async function listOwnTokens(
  ctx: UserContext,
  { view = 'all', search = '', after }: Asked,
): Promise<{ tokens: OwnToken[]; counts: OwnTokenCounts; nextCursor: string | null }> {
  const now = new Date()
  const [rows, counts] = await Promise.all([
    prisma().$queryRaw<OwnTokenRow[]>`
      SELECT ${OWN_TOKEN} FROM ${TOKENS}
       WHERE ${isMine(ctx)} AND ${isFoundBy(search)} AND ${belongsTo(view, ctx, now)} AND ${isBehind(readCursor(after))}
       ORDER BY t.created_at DESC, t.id DESC LIMIT ${PAGE_SIZE + 1}`,
    countOwnTokens(ctx, search, now),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const names = await findNames(page)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return { tokens: page.map((row) => toOwnToken(row, names, ctx, now)), counts, nextCursor: last ? writeCursor(last) : null }
}
