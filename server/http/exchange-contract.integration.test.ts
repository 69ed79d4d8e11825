import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { allowInsecureRequests, None, processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATH } from '@/lib/access/http/authorize'
import type { UserContext } from '@/lib/platform/context'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { formatApiToken } from '@/lib/tokens/api-token'
import { regenerateToken } from '@/lib/tokens/commands/regenerate-token'
import { DEACTIVATE, makeToken, setMembership, setToken } from '../testing/exchange'
import { makeMember, makeOrganization } from '../testing/people'
import { formExchange, rawExchange, type RawAnswer } from '../testing/raw-exchange'
import { findFreePort } from '../testing/run-server'
import { createTestDatabase } from '../testing/test-database'
import { createFront } from './front'
import { trustProxies } from './peer-address'
import { createHttpServer, finishRequests, listen } from './server'

/** Every row of api.md §1, as bytes on a socket. */
const port = await findFreePort()
const url = `http://127.0.0.1:${port}`
await createTestDatabase({ PUBLIC_URL: url })
let server: Server

beforeAll(async () => {
  await ensureSigningKey()
  const handle = (): Promise<void> => Promise.reject(new Error('The exchange is answered ahead of Next'))
  server = createHttpServer(createFront({ publicUrl: new URL(url), isTrusted: trustProxies([]), dev: false, handle }), false)
  await listen(server, port, '127.0.0.1')
})
afterAll(() => finishRequests(server, 0))

const json = 'application/json'
const newToken = async (openId = false) => makeToken(await makeMember(await makeOrganization()), ['org_member'], openId)

describe('every shape that clients in the field send', () => {
  const sent: [string, (token: string) => Promise<RawAnswer>][] = [
    ['api_token in a form', (token) => formExchange(port, `api_token=${token}`)],
    ['refresh_token in a form', (token) => formExchange(port, `refresh_token=${token}`)],
    ['a grant type and api_token', (token) => formExchange(port, `grant_type=refresh_token&api_token=${token}`)],
    ['a grant type and refresh_token', (token) => formExchange(port, `grant_type=refresh_token&refresh_token=${token}`)],
    ['scope and client fields besides', (token) => formExchange(port, `grant_type=refresh_token&refresh_token=${token}&client_id=a&client_secret=b&scope=csp%3Aorg_member`)],
    ['a field that is not known', (token) => formExchange(port, `api_token=${token}&orgId=1&lang=de`)],
    ['an empty scope', (token) => formExchange(port, `api_token=${token}&scope=`)],
    ['a form that does not say what it is', (token) => rawExchange(port, { body: `api_token=${token}` })],
    ['a query string and no content type', (token) => rawExchange(port, { query: `?api_token=${token}` })],
    ['a query string and JSON of nothing', (token) => rawExchange(port, { query: `?refresh_token=${token}`, contentType: json })],
    ['a query string with a fragment, which no client should send', (token) => rawExchange(port, { query: `?api_token=${token}#top` })],
    ['api_token in JSON', (token) => rawExchange(port, { contentType: json, body: JSON.stringify({ api_token: token }) })],
    ['refresh_token in JSON with more', (token) => rawExchange(port, { contentType: `${json}; charset=utf-8`, body: JSON.stringify({ refresh_token: token, extra: [1] }) })],
  ]
  it.each(sent)('%s', async (_shape, send) => {
    const { apiToken } = await newToken()
    const { status, headers, body } = await send(apiToken)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toEqual({ access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), token_type: 'bearer', expires_in: 1799, scope: 'csp:org_member', refresh_token: apiToken, id_token: null })
  })

  it('an ID token comes where Open ID is set', async () => {
    const { apiToken } = await newToken(true)
    const { body } = await formExchange(port, `api_token=${apiToken}`)
    expect(body).toMatchObject({ id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), scope: 'openid csp:org_member' })
  })
})

it('carries the headers of every answer, whether it succeeds or is refused on the short way or the long', async () => {
  const { apiToken } = await newToken()
  const answers = [await formExchange(port, `api_token=${apiToken}`), await formExchange(port, 'api_token=nonsense'), await rawExchange(port, { method: 'GET' })]
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(/default-src '(none|self)'.*frame-ancestors 'none'/)
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'same-origin'])
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3)
})

it('reads a body that comes in pieces, and refuses one that is not UTF-8', async () => {
  const { apiToken } = await newToken()
  const body = `api_token=${apiToken}`
  const socket = connect(port, '127.0.0.1')
  socket.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`)
  await pause(50)
  socket.write(body.slice(20))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  expect(answer.toString()).toMatch(/^HTTP\/1.1 200 /)
  const bytes = await fetch(url + PATH, { method: 'POST', body: Buffer.of(0x61, 0xff) })
  expect([bytes.status, await bytes.json()]).toEqual([400, expect.objectContaining({ moduleCode: 540, statusCode: 400 })])
})

it('a standard OAuth client, told where to ask, exchanges and believes the ID token', async () => {
  const { apiToken } = await newToken(true)
  const as = { issuer: url, token_endpoint: `${url}/csp/gateway/am/api/auth/api-tokens/authorize`, id_token_signing_alg_values_supported: ['ES256'] }
  const client = { client_id: 'api-token' }
  const response = await refreshTokenGrantRequest(as, client, None(), apiToken, { [allowInsecureRequests]: true })
  expect(await processRefreshTokenResponse(as, client, response)).toMatchObject({ token_type: 'bearer', expires_in: 1799, scope: 'openid csp:org_member' })
})

type Case = [cause: string, errorCode: string, error: string, ask: () => Promise<RawAnswer>]

async function afterwards(happens: (ctx: UserContext, tokenId: string) => Promise<unknown>, fields = ''): Promise<RawAnswer> {
  const ctx = await makeMember(await makeOrganization(), { roles: ['org_member', 'developer'] })
  const { apiToken, tokenId } = await makeToken(ctx, ['developer'])
  await happens(ctx, tokenId)
  return formExchange(port, `api_token=${apiToken}${fields}`)
}

const unknown = () => formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))
const EXPIRED = `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`
const regenerated = (ctx: UserContext, tokenId: string) => regenerateToken(ctx, { tokenId, generation: 1, ttl: null })
const membership = (set: string) => (ctx: UserContext) => setMembership(ctx, set)

const refused: Case[] = [
  ['missing', 'invalid_token', 'invalid_request', () => formExchange(port, 'x=1')],
  ['empty', 'invalid_token', 'invalid_request', () => formExchange(port, 'api_token=')],
  ['repeated', 'invalid_token', 'invalid_request', () => formExchange(port, `api_token=${unknown()}&refresh_token=${unknown()}`)],
  ['malformed', 'invalid_token', 'invalid_grant', () => formExchange(port, 'api_token=nonsense')],
  ['with a wrong checksum', 'invalid_token', 'invalid_grant', () => formExchange(port, `api_token=${unknown().slice(0, -6)}000000`)],
  ['unknown', 'invalid_token', 'invalid_grant', () => formExchange(port, `api_token=${unknown()}`)],
  ['replaced by a regeneration', 'invalid_token', 'invalid_grant', () => afterwards(regenerated)],
  ['of another grant type', 'unsupported_grant_type', 'unsupported_grant_type', () => formExchange(port, `grant_type=password&api_token=${unknown()}`)],
  ['expired', 'token_expired', 'invalid_grant', () => afterwards((ctx, tokenId) => setToken(ctx, tokenId, EXPIRED))],
  ['revoked', 'token_revoked', 'invalid_grant', () => afterwards((ctx, tokenId) => setToken(ctx, tokenId, 'revoked_at = now()'))],
  ['deactivated by an owner', 'token_deactivated', 'invalid_grant', () => afterwards((ctx, tokenId) => setToken(ctx, tokenId, DEACTIVATE))],
  ['of one suspended', 'user_inactive', 'invalid_grant', () => afterwards(membership(`status = 'suspended'`))],
  ['of one who left', 'user_inactive', 'invalid_grant', () => afterwards(membership(`status = 'removed'`))],
  ['asking for more', 'invalid_scope', 'invalid_scope', () => afterwards(() => Promise.resolve(), '&scope=csp%3Aorg_owner')],
  ['without a role that is still held', 'no_permissions', 'invalid_grant', () => afterwards(membership(`roles = '{org_member}'`))],
]

describe('every refusal, in the envelope that is an OAuth error as well', () => {
  it.each(refused)('a token that is %s: %s', async (_cause, errorCode, error, ask) => {
    const { status, headers, body } = await ask()
    expect(status).toBe(400)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      cspErrorCode: expect.stringContaining(errorCode),
      errorCode,
      message: expect.stringMatching(/^\w+: /),
      moduleCode: 540,
      requestId: headers.get('x-request-id'),
      statusCode: 400,
      error,
      error_description: expect.any(String),
    })
    expect(JSON.stringify(body)).not.toMatch(/tw_\w{10}/)
  })

  it('says the same whether a token is malformed, unknown or replaced', async () => {
    const told = await Promise.all([formExchange(port, 'api_token=nonsense'), formExchange(port, `api_token=${unknown()}`), afterwards(regenerated)])
    const sentences = told.map(({ body }) => String(body['message']).replace(/\*{4}\w*$/, ''))
    expect(new Set(sentences).size).toBe(1)
  })

  it('says that 17 KiB are too much, and that only POST is served', async () => {
    expect((await formExchange(port, `api_token=${'a'.repeat(17 * 1_024)}`)).status).toBe(413)
    const wrong = await rawExchange(port, { method: 'GET', query: `?api_token=${unknown()}` })
    expect([wrong.status, wrong.headers.get('allow'), wrong.body['moduleCode']]).toEqual([405, 'POST', 540])
  })

  it('says when to come back after too many failures of one token, and nobody else has to wait', async () => {
    const [loop, other] = [unknown(), await newToken()]
    const answers = await Promise.all(Array.from({ length: 21 }, () => formExchange(port, `api_token=${loop}`)))
    const late = answers.find(({ status }) => status === 429)
    expect(late?.body).toMatchObject({ errorCode: 'too_many_failures', statusCode: 429, moduleCode: 540 })
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await formExchange(port, `api_token=${other.apiToken}`)).status).toBe(200)
  })
})
