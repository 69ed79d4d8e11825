import { z } from 'zod'
import { json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { INTROSPECTION } from '../introspection'
import { introspect } from '../queries/introspect'
import { requireService } from './client'
import { readForm, requireField } from './read-form'

const FORM = z.object({
  token: z.string().meta({ description: 'An access token or an API token' }),
  token_type_hint: z.string().optional().meta({ description: 'Of no consequence: a token says itself what it is' }),
})

/** @see RFC 7662 §2 */
export const introspectToken = rawEndpoint({
  method: 'POST',
  path: '/oauth/introspect',
  operation: 'introspectToken',
  summary: 'What a token may do at this moment',
  tag: 'OAuth 2.0',
  access: 'service',
  bodies: [{ type: 'application/x-www-form-urlencoded', schema: FORM }],
  answers: { 200: { type: 'application/json', schema: INTROSPECTION } },
  handle: async (request, peer) => {
    await requireService(request, peer)
    const token = requireField(await readForm(request), 'token')
    return json(200, await introspect(token, peer))
  },
})
