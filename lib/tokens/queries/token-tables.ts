import { Prisma } from '../../platform/generated/prisma/client'

const sql = Prisma.sql

/**
 * The two tables that hold a token, by the names that every query here gives them: `t` is api_token, what it is; `l` is
 * token_life, how it lives. Only one of them can be read along an order; what both hold is asked of that one.
 */
export type TokenTable = 't' | 'l'

/** Every token along the indexes of one table. The other is not even looked at where nothing of it is asked for. */
export const TOKENS_ALONG: Readonly<Record<TokenTable, Prisma.Sql>> = {
  t: sql`api_token t LEFT JOIN token_life l USING (org_id, id)`,
  l: sql`token_life l LEFT JOIN api_token t USING (org_id, id)`,
}

/**
 * Both tables from whichever is the shorter way. Every life is a token's, so from `l` this is the same as along it; a
 * token may be without a life, and so stays the one to begin with.
 */
export const TOKENS_THROUGH: Readonly<Record<TokenTable, Prisma.Sql>> = { t: TOKENS_ALONG.t, l: sql`token_life l JOIN api_token t USING (org_id, id)` }

/** Every token. One that code deployed before has generated may have no life yet, see mendLives. */
export const TOKENS = TOKENS_ALONG.t

/** A column that both have. */
export const inEither = (column: 'created_at' | 'expires_at' | 'revoked_at' | 'id'): Readonly<Record<TokenTable, Prisma.Sql>> => ({ t: Prisma.raw(`t.${column}`), l: Prisma.raw(`l.${column}`) })
