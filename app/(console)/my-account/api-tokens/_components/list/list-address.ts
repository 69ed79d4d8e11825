import { readSearch, readView, type OwnTokenFilter } from '@/lib/tokens/list-filter'

export const LIST_PATH = '/my-account/api-tokens'
export const MFA_PATH = `${LIST_PATH}/mfa`

/** The names that the filter has in the address. */
export const SEARCH_PARAMETER = 'q'
export const VIEW_PARAMETER = 'show'

type Place = OwnTokenFilter & { after?: string | undefined }
type Parameters = Record<string, string | string[] | undefined>

/** What of the list an address asks for; what cannot be read is left out. */
export function readListAddress({ [SEARCH_PARAMETER]: search, [VIEW_PARAMETER]: view, after }: Parameters): Place {
  return { search: readSearch(search), view: readView(view), after: typeof after === 'string' ? after : undefined }
}

/** The address that shows the part of the list; the shortest there is, so that the whole list has but one. */
export function listAddress({ search, view, after }: Place): string {
  const parameters = new URLSearchParams()
  if (search !== '') parameters.set(SEARCH_PARAMETER, search)
  if (view !== 'all') parameters.set(VIEW_PARAMETER, view)
  if (after !== undefined) parameters.set('after', after)
  return parameters.size > 0 ? `${LIST_PATH}?${parameters.toString()}` : LIST_PATH
}
