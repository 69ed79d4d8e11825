import { z } from 'zod'
import { pageCursors } from '../../interface/cursor'
import { CURSOR_QUERY, cursorPageOf, requirePlace } from '../../interface/http/cursor-page'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireGovernor } from '../../platform/roles'
import { NEWEST_FIRST, SORT_KEYS, type Sort } from '../list-address'
import { readCursor } from '../list-cursor'
import { findPersonNames } from '../queries/find-person-names'
import { findTtlPolicy } from '../queries/find-ttl-policy'
import { listTokens } from '../queries/list-tokens'
import { GOVERNED_TOKEN_SHAPE, governedTokenShape } from './governed-token-shape'
import { askedFilter, FILTER_QUERY } from './list-query'

export const ORGANIZATION_TOKENS_PATH = '/csp/gateway/am/api/orgs/{orgId}/api-tokens'

const QUERY = z.object({
  ...FILTER_QUERY,
  sort: z.enum(SORT_KEYS).optional().meta({ description: 'created unless another is said' }),
  order: z.enum(['asc', 'desc']).optional(),
  ...CURSOR_QUERY,
})

function askedSort({ sort: key = NEWEST_FIRST.key, order }: z.output<typeof QUERY>): Sort {
  return { key, descending: order === undefined ? key === NEWEST_FIRST.key : order === 'desc' }
}

export const listOrganizationTokens = callerEndpoint({
  method: 'GET',
  path: ORGANIZATION_TOKENS_PATH,
  operation: 'listOrganizationTokens',
  summary: 'The API tokens of everybody in the organization; revoked ones where they are asked for',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  query: QUERY,
  answer: cursorPageOf(GOVERNED_TOKEN_SHAPE),
  run: async (caller, { params, query }) => {
    const ctx = requireGovernor(inOrganization(caller, params))
    const sort = askedSort(query)
    const place = requirePlace(query.cursor, (text) => readCursor(text, sort) !== null)
    const [{ tokens, total, next, previous }, policy] = await Promise.all([listTokens(ctx, { filter: askedFilter(query), sort, size: query.pageLimit, ...place }), findTtlPolicy(ctx)])
    const people = await findPersonNames(tokens.map(({ user }) => user.id))
    return { results: tokens.map((token) => governedTokenShape(token, people, policy)), totalResults: total.count, ...pageCursors({ next, previous }) }
  },
})
