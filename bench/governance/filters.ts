import { WHOLE_LIST, type TokenFilter } from '@/lib/governance/token-filter'

/** Filters that are measured, by what the report calls them: each alone, and what people ask for together. */
export function filtersFor(userId: string): Record<string, TokenFilter> {
  const only = (filter: Partial<TokenFilter>): TokenFilter => ({ ...WHOLE_LIST, ...filter })
  return {
    'whole list': WHOLE_LIST,
    activated: only({ status: 'activated' }),
    deactivated: only({ status: 'deactivated' }),
    revoked: only({ status: 'revoked' }),
    violating: only({ violation: 'any' }),
    'violating max': only({ violation: 'max' }),
    'violating idle': only({ violation: 'idle' }),
    live: only({ expires: 'live' }),
    expired: only({ expires: 'expired' }),
    'expires within 7': only({ expires: 7 }),
    'expires within 30': only({ expires: 30 }),
    'never expires': only({ expires: 'never' }),
    'unused for 90': only({ unused: 90 }),
    'unused for 180': only({ unused: 180 }),
    'never used': only({ unused: 'ever' }),
    'role developer': only({ role: 'developer' }),
    'rare role': only({ role: 'software_installer' }),
    'service role': only({ role: 'external/warehouse/reader' }),
    'one user': only({ user: userId }),
    'search, a word of many': only({ search: 'deploy' }),
    'search, a name of some': only({ search: 'zoë' }),
    'search, one of its kind': only({ search: 'ci-prod-48' }),
    'search, nothing': only({ search: 'no such token' }),
    'search, two letters': only({ search: 'ci' }),
    'violating, never used': only({ violation: 'any', unused: 'ever' }),
    'deactivated, expired': only({ status: 'deactivated', expires: 'expired' }),
    'search, violating': only({ search: 'deploy', violation: 'any' }),
    'rare role, deactivated, unused': only({ role: 'software_installer', status: 'deactivated', unused: 90 }),
  }
}
