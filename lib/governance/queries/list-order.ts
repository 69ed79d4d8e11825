import { Prisma } from '../../platform/generated/prisma/client'
import type { Sort, SortKey } from '../list-address'
import type { ListCursor } from '../list-cursor'
import { DEACTIVATED, EXPIRES, LAST_USED, VIOLATING } from './token-conditions'

const sql = Prisma.sql

/** Written as the index of each order is, see the migration add_governance. */
const EXPRESSIONS: Readonly<Record<SortKey, Prisma.Sql>> = {
  created: sql`created_at`,
  name: sql`(name COLLATE "und-x-icu")`,
  user: sql`(user_name COLLATE "und-x-icu")`,
  status: DEACTIVATED,
  scopes: sql`org_roles`,
  expires: EXPIRES,
  used: LAST_USED,
  violation: VIOLATING,
}

const TYPES: Readonly<Partial<Record<SortKey, Prisma.Sql>>> = { name: sql`text`, user: sql`text`, scopes: sql`text[]` }

/** What the list is sorted by, for the select list: `inOrder` refers to it. */
export const sortedBy = ({ key }: Sort): Prisma.Sql => sql`${EXPRESSIONS[key]} AS list_key`

/** The list's order, or, backwards, that from its end. Total: what sorts alike is told apart by its id. */
export function inOrder({ descending }: Sort, backwards = false): Prisma.Sql {
  const direction = descending === backwards ? sql`ASC` : sql`DESC`
  return sql`list_key ${direction}, id ${direction}`
}

/** Whether a token stands behind the cursor in the list's order; backwards: before it. */
export function isBeyond(cursor: ListCursor, { key, descending }: Sort, backwards = false): Prisma.Sql {
  const comparison = descending === backwards ? sql`>` : sql`<`
  return sql`(${EXPRESSIONS[key]}, id) ${comparison} (${cursor.key}::${TYPES[key] ?? sql`timestamptz`}, ${cursor.id}::uuid)`
}
