import { z } from 'zod'
import { exchangeApiToken } from '../../access/commands/exchange-api-token'
import { readExchangeRequest } from '../../access/exchange-request'
import { json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { checkClient } from './client'
import { readForm, requireField } from './read-form'

const FORM = z.object({
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string().meta({ description: 'The API token' }),
  scope: z.string().optional().meta({ description: 'Separated by spaces; narrows what the access token may do' }),
  passcode: z.string().optional().meta({ description: 'Where MFA is on: a code of the MFA device, or a recovery code' }),
  client_id: z.string().optional().meta({ description: 'Of no consequence' }),
})

const GRANTED = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int().meta({ description: 'Seconds' }),
  scope: z.string(),
  refresh_token: z.string().meta({ description: 'The API token as it was sent' }),
  id_token: z.string().optional().meta({ description: 'Where the API token has Open ID' }),
})

/**
 * The exchange as standard clients know it: an API token is a refresh token that is not rotated.
 *
 * @see RFC 6749 §6; OpenID Connect Core 1.0 §12
 */
export const grantToken = rawEndpoint({
  method: 'POST',
  path: '/oauth/token',
  operation: 'grantToken',
  summary: 'Exchange an API token for an access token, as any OAuth 2.0 client does',
  tag: 'OAuth 2.0',
  bodies: [{ type: 'application/x-www-form-urlencoded', schema: FORM }],
  answers: { 200: { type: 'application/json', schema: GRANTED } },
  handle: async (request, peer) => {
    await checkClient(request, peer)
    const form = await readForm(request)
    requireField(form, 'grant_type')
    // The other name that the console replaced had for it is none that a standard client sends.
    const fields = new Map([...form].filter(([name]) => name !== 'api_token'))
    const { id_token: idToken, ...granted } = await exchangeApiToken(peer, readExchangeRequest(fields))
    // Absent, not null, where there is none: standard clients take null for a wrong type.
    return json(200, idToken === null ? granted : { ...granted, id_token: idToken })
  },
})
