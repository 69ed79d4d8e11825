import { z } from 'zod'
import { json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { readBody } from '../../interface/http/read-body'
import { answering } from '../../interface/http/refusing'
import type { Peer } from '../../platform/peer'
import { exchangeApiToken } from '../commands/exchange-api-token'
import { fieldsOfForm, fieldsOfJson, readExchangeRequest } from '../exchange-request'

/** Bytes of a request's body. A token and its fields fit many times over. */
const MAX_BODY = 16 * 1_024

/** Fields from the body, or from the query string where the body is empty. */
async function readFields(request: Request): Promise<Map<string, string[]>> {
  const body = await readBody(request, MAX_BODY)
  if (body.trim() === '') return fieldsOfForm(new URL(request.url).searchParams)
  const isJson = request.headers.get('content-type')?.toLowerCase().startsWith('application/json') ?? false
  return isJson ? fieldsOfJson(body) : fieldsOfForm(new URLSearchParams(body))
}

/** `POST /csp/gateway/am/api/auth/api-tokens/authorize`: exchanges an API token for an access token. */
export async function handleAuthorize(request: Request, peer: Peer): Promise<Response> {
  return answering(peer, async () => {
    const fields = await readFields(request)
    return json(200, await exchangeApiToken(peer, readExchangeRequest(fields)))
  })
}

const FIELDS = z.object({
  api_token: z.string().optional().meta({ description: 'The API token' }),
  refresh_token: z.string().optional().meta({ description: 'The API token, under its old name' }),
  grant_type: z.literal('refresh_token').optional(),
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
  path: '/csp/gateway/am/api/auth/api-tokens/authorize',
  operation: 'authorize',
  summary: 'Exchange an API token for an access token',
  tag: 'Exchange',
  query: FIELDS.pick({ api_token: true, refresh_token: true }),
  bodies: [
    { type: 'application/x-www-form-urlencoded', schema: FIELDS },
    { type: 'application/json', schema: FIELDS },
  ],
  answers: { 200: { type: 'application/json', schema: EXCHANGED } },
  handle: handleAuthorize,
})
