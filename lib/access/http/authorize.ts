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
export type SentExchange = { body: string; contentType: string | null | undefined; query: string }

function readFields({ body, contentType, query }: SentExchange): Map<string, string[]> {
  if (body.trim() === '') return fieldsOfForm(new URLSearchParams(query))
  const isJson = contentType?.toLowerCase().startsWith('application/json') ?? false
  return isJson ? fieldsOfJson(body) : fieldsOfForm(new URLSearchParams(body))
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
    return json(200, await exchangeSent({ body, contentType: request.headers.get('content-type'), query: new URL(request.url).search }, peer))
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

export const authorize = rawEndpoint({
  method: 'POST',
  path: PATH,
  operation: 'authorize',
  summary: 'Exchange an API token for an access token',
  tag: 'Exchange',
  query: FIELDS.pick({ api_token: true, refresh_token: true, passcode: true }),
  bodies: [
    { type: 'application/x-www-form-urlencoded', schema: FIELDS },
    { type: 'application/json', schema: FIELDS },
  ],
  answers: { 200: { type: 'application/json', schema: EXCHANGED } },
  handle: handleAuthorize,
})
