import { z } from 'zod'
import { json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { endToken } from '../commands/end-token'
import { readForm, requireField } from './read-form'

const FORM = z.object({
  token: z.string().meta({ description: 'An API token, which is revoked for good, or an access token, which alone is ended' }),
  token_type_hint: z.string().optional().meta({ description: 'Of no consequence: a token says itself what it is' }),
  client_id: z.string().optional().meta({ description: 'Of no consequence' }),
})

/**
 * Answers 200 whether or not there was something to end. No client has to authenticate, and wrong credentials do not
 * matter: whoever has found a secret can end it at once.
 *
 * @see RFC 7009 §2.1 and §2.2
 */
export const revokePresented = rawEndpoint({
  method: 'POST',
  path: '/oauth/revoke',
  operation: 'revokePresented',
  summary: 'End a token by its secret',
  tag: 'OAuth 2.0',
  bodies: [{ type: 'application/x-www-form-urlencoded', schema: FORM }],
  answers: { 200: { type: 'application/json', schema: z.object({}) } },
  handle: async (request, peer) => {
    await endToken(requireField(await readForm(request), 'token'), peer)
    return json(200, {})
  },
})
