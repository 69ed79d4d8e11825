import { isOrdinal, readCursorText, writeCursorText } from '../cursor-text'
import { isOrgRole } from '../identity/permissions'
import { isUuid } from '../uuid'
import type { Sort, SortKey } from './list-address'

/** A row's place in one order of the list. Two rows never share one: what sorts alike is told apart by its id. */
export type ListCursor = {
  /** What the row is sorted by, as text. */
  key: string
  id: string
  /** Its place in the whole, counted from 1, as far as was known then. */
  ordinal: number
}

/** What a token's place in the orders follows from. */
export type Sortable = {
  id: string
  name: string
  userName: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  deactivatedAt: Date | null
  maxViolationSince: Date | null
  idleViolationSince: Date | null
  orgRoles: string[]
}

/** An instant that there is not stands at one end, as in the indexes. */
const NEVER = 'infinity'
const NOT_YET = '-infinity'

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other
  return one < other ? one : other
}

/** What `token` is sorted by, as text that PostgreSQL reads back without loss. */
export function sortKeyOf(token: Sortable, key: SortKey): string {
  const instant = (at: Date | null, absent: string) => at?.toISOString() ?? absent
  switch (key) {
    case 'created':
      return token.createdAt.toISOString()
    case 'name':
      return token.name
    case 'user':
      return token.userName
    case 'status':
      return instant(token.deactivatedAt, NOT_YET)
    case 'scopes':
      return `{${token.orgRoles.join(',')}}`
    case 'expires':
      return instant(token.expiresAt, NEVER)
    case 'used':
      return instant(token.lastUsedAt, NOT_YET)
    case 'violation':
      return instant(earlier(token.maxViolationSince, token.idleViolationSince), NEVER)
  }
}

/** PostgreSQL knows no year 0. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Characters; two names of a person at their longest, with room. */
const MAX_KEY = 500
const MAX_TEXT = 3_000

function isInstant(text: string): boolean {
  const at = new Date(text)
  return INSTANT.test(text) && !Number.isNaN(at.getTime()) && at.toISOString() === text
}

/** Whether PostgreSQL can read `text` as what the list is sorted by. */
function isKey(text: string, key: SortKey): boolean {
  if (key === 'name' || key === 'user') return text.length <= MAX_KEY && !/[\0\p{Cs}]/u.test(text)
  if (key === 'scopes') return /^\{.*\}$/.test(text) && text.slice(1, -1).split(',').every((role) => role === '' || isOrgRole(role)) && !/,[,}]|\{,/.test(text)
  return text === NEVER || text === NOT_YET || isInstant(text)
}

/** The text of a cursor, for an address. */
export function writeCursor({ key, id, ordinal }: ListCursor, sort: Sort): string {
  return writeCursorText([sort.key, key, id, ordinal])
}

/** The cursor that `text` stands for; null where it is damaged, or of another order. */
export function readCursor(text: string | undefined, sort: Sort): ListCursor | null {
  const parts = readCursorText(text, MAX_TEXT)
  if (parts?.length !== 4) return null
  const [sortKey, key, id, ordinal] = parts
  if (sortKey !== sort.key || typeof key !== 'string' || typeof id !== 'string') return null
  return isKey(key, sort.key) && isUuid(id) && isOrdinal(ordinal) ? { key, id, ordinal } : null
}
