import { z } from 'zod'
import { json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { MAX_CREDENTIAL_BYTES, readBody } from '../../interface/http/read-body'
import { answering } from '../../interface/http/refusing'
import type { Peer } from '../../platform/peer'
import { exchangeApiToken, type Exchanged } from '../commands/exchange-api-token'
import { fieldsOfForm, fieldsOfJson, readExchangeRequest } from '../exchange-request'

export const PATH = '/csp/gateway/am/api/auth/api-tokens/authorize'

/** An exchange as it was sent. Old clients leave the body empty and use the query string. */
export type SentExchange = { body: string; query: string }

/**
 * The fields of an exchange. What the body is, is told by how it begins: public clients announce JSON and send a form,
 * and the other way about. A body that has no token leaves it to the query, where clients send `{}` with it.
 */
function readFields({ body, query }: SentExchange): Map<string, string[]> {
  const text = body.trim()
  const sent = text.startsWith('{') ? fieldsOfJson(text) : fieldsOfForm(new URLSearchParams(text))
  if (sent.has('api_token') || sent.has('refresh_token')) return sent
  return new Map([...fieldsOfForm(new URLSearchParams(query)), ...sent])
}

/**
 * Exchanges what was sent, without a `Request`: to make one, and the `Response`, costs the server more than a
 * signature does.
 *
 * @throws what exchangeApiToken throws; `answering` knows an answer to all of it
 */
export async function exchangeSent(sent: SentExchange, peer: Peer): Promise<Exchanged> {
  return exchangeApiToken(peer, readExchangeRequest(readFields(sent)))
}

/** `POST /csp/gateway/am/api/auth/api-tokens/authorize`: exchanges an API token for an access token. */
async function handleAuthorize(request: Request, peer: Peer): Promise<Response> {
  return answering(peer, async () => {
    const body = await readBody(request, MAX_CREDENTIAL_BYTES)
    return json(200, await exchangeSent({ body, query: new URL(request.url).search }, peer))
  })
}

const FIELDS = z.object({
  api_token: z.string().optional().meta({ description: 'The API token', examples: ['…'] }),
  refresh_token: z.string().optional().meta({ description: 'The API token, under its old name' }),
  grant_type: z.literal('refresh_token').optional(),
  passcode: z.string().optional().meta({ description: 'Where MFA is on: a code of the MFA device, or a recovery code' }),
  scope: z.string().optional().meta({ description: 'Separated by spaces; narrows what the access token may do' }),
})

const EXCHANGED = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int().meta({ description: 'Seconds' }),
  scope: z.string(),
  refresh_token: z.string().meta({ description: 'The API token as it was sent' }),
  id_token: z.string().nullable(),
})

const EXCHANGE = {
  method: 'POST',
  tag: 'Exchange',
  query: FIELDS.pick({ api_token: true, refresh_token: true, grant_type: true, passcode: true }),
  bodies: [
    { type: 'application/x-www-form-urlencoded', schema: FIELDS },
    { type: 'application/json', schema: FIELDS },
  ],
  answers: { 200: { type: 'application/json', schema: EXCHANGED } },
  handle: handleAuthorize,
} as const

export const authorize = rawEndpoint({ ...EXCHANGE, path: PATH, operation: 'authorize', summary: 'Exchange an API token for an access token' })

/**
 * Where the console replaced had its OAuth token endpoint. Clients refresh there with an API token as the refresh token;
 * the client credentials that some send are of no consequence, since there are no apps of an organization here, and
 * every other grant is refused as `unsupported_grant_type`.
 */
export const OLD_TOKEN_ENDPOINTS = [
  rawEndpoint({ ...EXCHANGE, path: '/csp/gateway/am/api/auth/authorize', operation: 'authorizeByGrant', summary: 'The same exchange, with grant_type=refresh_token' }),
  rawEndpoint({ ...EXCHANGE, path: '/csp/gateway/am/api/auth/token', operation: 'tokenByGrant', summary: 'The same, at its other address' }),
]
