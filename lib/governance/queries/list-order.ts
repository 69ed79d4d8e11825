import { Prisma } from '../../platform/generated/prisma/client'
import type { Sort, SortKey } from '../list-address'
import type { ListCursor } from '../list-cursor'
import type { TokenFilter } from '../token-filter'
import { DEACTIVATED, EXPIRES, LAST_USED, VIOLATING } from './token-conditions'
import { inEither, type TokenTable } from '../../tokens/queries/token-tables'

const sql = Prisma.sql

/** Written as the index of each order is, see the migrations add_governance and create_token_life. */
const EXPRESSIONS: Readonly<Record<Exclude<SortKey, 'created'>, Prisma.Sql>> = {
  name: sql`(t.name COLLATE "und-x-icu")`,
  user: sql`(t.user_name COLLATE "und-x-icu")`,
  status: DEACTIVATED,
  scopes: sql`t.org_roles`,
  expires: EXPIRES.t,
  used: LAST_USED,
  violation: VIOLATING,
}

const TYPES: Readonly<Partial<Record<SortKey, Prisma.Sql>>> = { name: sql`text`, user: sql`text`, scopes: sql`text[]` }

/** The table that has the index of an order. Tokens that violate have one of their own of when they were created, beside their violations. */
export function tableOf({ key }: Sort, { violation, status }: TokenFilter): TokenTable {
  const violating = key === 'created' && violation !== null && status !== 'revoked'
  return key === 'used' || key === 'violation' || violating ? 'l' : 't'
}

const CREATED = inEither('created_at')
const ID = inEither('id')
const expressionOf = (key: SortKey, along: TokenTable) => (key === 'created' ? CREATED[along] : EXPRESSIONS[key])

/** What the list is sorted by, for the select list: `inOrder` refers to it. */
export const sortedBy = ({ key }: Sort, along: TokenTable): Prisma.Sql => sql`${expressionOf(key, along)} AS list_key`

/** The list's order, or, backwards, that from its end. Total: what sorts alike is told apart by its id. */
export function inOrder({ descending }: Sort, backwards = false): Prisma.Sql {
  const direction = descending === backwards ? sql`ASC` : sql`DESC`
  return sql`list_key ${direction}, id ${direction}`
}

const isBehind = (at: Prisma.Sql, cursor: ListCursor, { key, descending }: Sort, backwards: boolean) =>
  sql`${at} ${descending === backwards ? sql`>` : sql`<`} (${cursor.key}::${TYPES[key] ?? sql`timestamptz`}, ${cursor.id}::uuid)`

/** Whether a token stands behind the cursor in the list's order; backwards: before it. */
export function isBeyond(cursor: ListCursor, sort: Sort, along: TokenTable, backwards = false): Prisma.Sql {
  return isBehind(sql`(${expressionOf(sort.key, along)}, ${ID[along]})`, cursor, sort, backwards)
}

/** The same of what has been gathered, see sortedBy: how much of it stands there is more than PostgreSQL can tell, and asked before, it would take it for next to nothing. */
export function isGatheredBeyond(cursor: ListCursor, sort: Sort, backwards = false): Prisma.Sql {
  return isBehind(sql`(list_key, id)`, cursor, sort, backwards)
}
