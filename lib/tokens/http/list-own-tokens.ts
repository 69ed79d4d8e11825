import { z } from 'zod'
import { findTtlPolicy } from '../../governance/queries/find-ttl-policy'
import { pageCursors } from '../../interface/cursor'
import { CURSOR_QUERY, cursorPageOf, requirePlace } from '../../interface/http/cursor-page'
import { callerEndpoint } from '../../interface/http/endpoint'
import { readOwnTokenCursor } from '../own-token-cursor'
import { listUnrevokedTokens } from '../queries/list-unrevoked-tokens'
import { OWN_TOKEN, tokenShape } from './own-token-shape'

export const OWN_TOKENS_PATH = '/csp/gateway/am/api/loggedin/user/api-tokens'

export const listOwnTokens = callerEndpoint({
  method: 'GET',
  path: OWN_TOKENS_PATH,
  operation: 'listOwnTokens',
  summary: 'Your API tokens that are not revoked, newest first',
  tag: 'Own API tokens',
  query: z.object(CURSOR_QUERY),
  answer: cursorPageOf(OWN_TOKEN),
  run: async (ctx, { query: { pageLimit, cursor } }) => {
    const place = requirePlace(cursor, (text) => readOwnTokenCursor(text) !== null)
    const [page, policy] = await Promise.all([listUnrevokedTokens(ctx, { size: pageLimit, ...place }), findTtlPolicy(ctx)])
    return { results: page.tokens.map((token) => tokenShape(token, policy)), totalResults: page.total, ...pageCursors(page) }
  },
})
