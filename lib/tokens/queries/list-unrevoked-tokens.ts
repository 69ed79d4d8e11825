import { readStretch } from '../../keyset-page'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { OwnToken } from '../own-token'
import { readOwnTokenCursor, writeOwnTokenCursor, type OwnTokenCursor } from '../own-token-cursor'
import { findNames } from './find-names'
import { isMine } from './own-token-conditions'
import { OWN_TOKEN, toOwnToken, type OwnTokenRow } from './own-token-row'

type Asked = { size: number; after?: string; before?: string }
type Page = { tokens: OwnToken[]; total: number; next: string | null; previous: string | null }

const sql = Prisma.sql

function rowsFrom(ctx: UserContext, limit: number, cursor: OwnTokenCursor | null, backwards: boolean): Promise<OwnTokenRow[]> {
  const place = cursor && sql`(${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
  const beyond = place ? (backwards ? sql`(created_at, id) > ${place}` : sql`(created_at, id) < ${place}`) : sql`TRUE`
  const order = backwards ? sql`created_at, id` : sql`created_at DESC, id DESC`
  return prisma().$queryRaw<OwnTokenRow[]>`
    SELECT ${OWN_TOKEN} FROM api_token WHERE ${isMine(ctx)} AND revoked_at IS NULL AND ${beyond} ORDER BY ${order} LIMIT ${limit}`
}

/** The caller's tokens that are not revoked, newest first, a page of `size`, with how many there are in all. */
export async function listUnrevokedTokens(ctx: UserContext, { size, after, before }: Asked): Promise<Page> {
  const now = new Date()
  const [{ rows, from, more }, total] = await Promise.all([
    readStretch({ size, after: readOwnTokenCursor(after), before: readOwnTokenCursor(before), read: (...asked) => rowsFrom(ctx, ...asked) }),
    prisma().apiToken.count({ where: { orgId: ctx.orgId, userId: ctx.userId, revokedAt: null } }),
  ])
  const names = await findNames(rows)
  const cursorOf = (row: OwnTokenRow | undefined, ordinal: number) => row && writeOwnTokenCursor({ createdAt: row.createdAt, id: row.id, ordinal })
  return {
    tokens: rows.map((row) => toOwnToken(row, names, ctx, now)),
    total,
    next: (more && cursorOf(rows.at(-1), from + rows.length - 1)) || null,
    previous: (from > 1 && cursorOf(rows[0], from)) || null,
  }
}
