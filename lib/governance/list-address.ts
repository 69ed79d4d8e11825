import { PAGE_SIZES, readPageSize, type PageSize } from '../page-size'
import { readFilter, type TokenFilter } from './token-filter'

export const GOVERNANCE_PATH = '/identity-and-access/governance/api-tokens'

/** What the list can be sorted by: a column each. */
export const SORT_KEYS = ['created', 'name', 'user', 'status', 'scopes', 'expires', 'used', 'violation'] as const
export type SortKey = (typeof SORT_KEYS)[number]
export type Sort = { key: SortKey; descending: boolean }

/** What of the list an address shows. */
export type ListPlace = {
  filter: TokenFilter
  sort: Sort
  size: PageSize
  /** The cursor of the row before the page, or of the row behind it; at most one of them. */
  after?: string | undefined
  before?: string | undefined
  /** The token whose details are open. */
  details?: string | undefined
}

export const NEWEST_FIRST: Sort = { key: 'created', descending: true }

/** The names that a filter has in the address. */
export const FILTER_PARAMETERS: Readonly<Record<keyof TokenFilter, string>> = {
  search: 'q',
  token: 'token',
  status: 'status',
  violation: 'violation',
  user: 'user',
  role: 'role',
  expires: 'expires',
  unused: 'unused',
}

/** The name of a user as it was typed, who is yet to be found. */
export const WHO_PARAMETER = 'who'

type Parameters = Record<string, string | string[] | undefined>

/** What of the list an address asks for; what cannot be read is left out. */
export function readListPlace(parameters: Parameters): ListPlace {
  const text = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' ? value : ''
  }
  const key = SORT_KEYS.find((one) => one === text('sort'))
  const after = text('after')
  return {
    filter: readFilter((name) => text(FILTER_PARAMETERS[name])),
    sort: key ? { key, descending: text('order') === 'desc' } : NEWEST_FIRST,
    size: readPageSize(text('size')),
    after: after || undefined,
    before: (!after && text('before')) || undefined,
    details: text('details') || undefined,
  }
}

/** Whether an API token, or part of one, was pasted into an address where something was to be typed. */
export function holdsSecret(parameters: Parameters): boolean {
  return [FILTER_PARAMETERS.search, FILTER_PARAMETERS.token, FILTER_PARAMETERS.user, WHO_PARAMETER, 'details'].some((name) => String(parameters[name] ?? '').includes('tw_'))
}

/** The parameters of a filter alone. */
export function filterParameters(filter: TokenFilter): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(FILTER_PARAMETERS) as (keyof TokenFilter)[]) {
    const value = filter[name]
    if (value !== null && value !== '') parameters.set(FILTER_PARAMETERS[name], String(value))
  }
  return parameters
}

/** The parameters of `place`; the fewest there are, so that every view has but one address. */
export function placeParameters({ filter, sort, size, after, before, details }: ListPlace): URLSearchParams {
  const parameters = filterParameters(filter)
  if (sort.key !== NEWEST_FIRST.key || sort.descending !== NEWEST_FIRST.descending) {
    parameters.set('sort', sort.key)
    parameters.set('order', sort.descending ? 'desc' : 'asc')
  }
  if (size !== PAGE_SIZES[0]) parameters.set('size', String(size))
  if (after) parameters.set('after', after)
  if (before) parameters.set('before', before)
  if (details) parameters.set('details', details)
  return parameters
}

/** The address that shows `place`. */
export function listAddress(place: ListPlace): string {
  const parameters = placeParameters(place)
  return parameters.size > 0 ? `${GOVERNANCE_PATH}?${parameters.toString()}` : GOVERNANCE_PATH
}
