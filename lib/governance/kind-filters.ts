import type { TokenKind } from './governed-token'
import { WHOLE_LIST, type TokenFilter } from './token-filter'

/** What is counted above the list, each by the filter that its number leads to. */
export const KIND_FILTERS: Readonly<Record<TokenKind, TokenFilter>> = {
  live: { ...WHOLE_LIST, expires: 'live' },
  violating: { ...WHOLE_LIST, violation: 'any' },
  deactivated: { ...WHOLE_LIST, status: 'deactivated' },
  expiringSoon: { ...WHOLE_LIST, expires: 30 },
  unused: { ...WHOLE_LIST, unused: 90 },
  neverUsed: { ...WHOLE_LIST, unused: 'ever' },
  neverExpires: { ...WHOLE_LIST, expires: 'never' },
}

export function isSameFilter(one: TokenFilter, other: TokenFilter): boolean {
  return (Object.keys(WHOLE_LIST) as (keyof TokenFilter)[]).every((name) => one[name] === other[name])
}
