import { isOrgRole, readServiceScope } from '../identity/permissions'
import { readSearch } from '../tokens/list-filter'
import { isUuid } from '../uuid'

export const STATUS_FILTERS = ['activated', 'deactivated', 'revoked'] as const
export const VIOLATION_FILTERS = ['any', 'max', 'idle'] as const
/** Days that are offered to choose among; any number up to MAX_DAYS may stand in an address. */
export const EXPIRES_WITHIN_DAYS = [7, 30, 90] as const
export const UNUSED_FOR_DAYS = [30, 90, 180] as const
export const MAX_DAYS = 1827

/** What a pasted secret that is no token of the organization's leads to. */
export const NO_TOKEN = 'none'

/**
 * Which of an organization's tokens are looked at. Null leaves nothing out; revoked tokens are looked at only where
 * they are asked for.
 */
export type TokenFilter = {
  /** Any part of name, last four, user or address; one or two letters where a word begins. */
  search: string
  /** The one token that a pasted secret belongs to, by its id, or NO_TOKEN. */
  token: string | null
  status: (typeof STATUS_FILTERS)[number] | null
  violation: (typeof VIOLATION_FILTERS)[number] | null
  /** The id of the token's user. */
  user: string | null
  /** An organization role, a service role by its scope, or `all` for All Roles. */
  role: string | null
  /** Within so many days, never, already, or not yet. */
  expires: number | 'never' | 'expired' | 'live' | null
  /** For at least so many days, or ever. */
  unused: number | 'ever' | null
}

export const WHOLE_LIST: TokenFilter = { search: '', token: null, status: null, violation: null, user: null, role: null, expires: null, unused: null }

function readDays(text: string): number | null {
  const days = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
  return days !== null && days <= MAX_DAYS ? days : null
}

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null => values.find((value) => value === text) ?? null

/**
 * The filter that the texts of an address ask for. What can't be read is left out, as though it were not there.
 *
 * A search that holds a whole API token is left out, too: it must not be looked for as text, nor shown again.
 */
export function readFilter(text: (name: keyof TokenFilter) => string): TokenFilter {
  const token = text('token')
  const user = text('user')
  const role = text('role')
  const search = text('search')
  const [expires, unused] = [text('expires'), text('unused')]
  return {
    search: search.includes('tw_') ? '' : readSearch(search),
    token: token === NO_TOKEN || isUuid(token) ? token : null,
    status: oneOf(STATUS_FILTERS, text('status')),
    violation: oneOf(VIOLATION_FILTERS, text('violation')),
    user: isUuid(user) ? user : null,
    role: role === 'all' || isOrgRole(role) || readServiceScope(role) ? role : null,
    expires: oneOf(['never', 'expired', 'live'] as const, expires) ?? readDays(expires),
    unused: oneOf(['ever'] as const, unused) ?? readDays(unused),
  }
}

/** Whether the filter leaves anything out. */
export function isNarrowed(filter: TokenFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== '')
}
