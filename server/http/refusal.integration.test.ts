import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { log, requestLog } from '@/lib/platform/log'
import { findFreePort } from '../testing/run-server'
import { createTestDatabase } from '../testing/test-database'
import { createFront } from './front'
import { trustProxies } from './peer-address'
import { createHttpServer, finishRequests, listen } from './server'
import { sendRaw } from '../testing/send-raw'

const port = await findFreePort()
const url = `http://127.0.0.1:${port}`
await createTestDatabase({ PUBLIC_URL: url })

const STATUS: Record<string, number> = { '/fails': 500, '/leads-on': 307 }

/** Stands where Next does, and fails as it does on arguments it cannot decode. */
const front = createFront({
  publicUrl: new URL(url),
  isTrusted: trustProxies([]),
  dev: false,
  handle: async (request, response) => {
    if (request.url?.endsWith('/throws')) throw new Error('planted')
    if (request.url === '/leads-on') response.setHeader('location', '/sign-in')
    response.writeHead(STATUS[request.url ?? ''] ?? 200).end('Next')
  },
})
let server: Server

beforeAll(async () => {
  server = createHttpServer(front, false)
  await listen(server, port, '127.0.0.1')
})
afterAll(() => finishRequests(server, 0))

const AUTHORIZE = '/csp/gateway/am/api/auth/api-tokens/authorize'
const HOST = `Host: 127.0.0.1:${port}\r\n`
const CLOSE = 'Connection: close\r\n\r\n'

describe('a failure where programs call is the envelope', () => {
  it.each([
    ['a path that is no UTF-8', 400, 'bad_request', `GET /csp/gateway/%ff HTTP/1.1\r\n${HOST}${CLOSE}`],
    ['a path that is not encoded', 400, 'bad_request', `GET /csp/gateway/%zz HTTP/1.1\r\n${HOST}${CLOSE}`],
    ['no host', 400, 'bad_request', `GET ${AUTHORIZE} HTTP/1.1\r\n${CLOSE}`],
    ['two hosts', 400, 'bad_request', `GET ${AUTHORIZE} HTTP/1.1\r\n${HOST}${HOST}${CLOSE}`],
    ['an action, which only Next would run', 404, 'not_found', `POST /csp/x HTTP/1.1\r\n${HOST}Next-Action: x\r\nContent-Length: 0\r\n${CLOSE}`],
    ['a slash at the end of nothing', 404, 'not_found', `POST /csp/none/?api_token=planted HTTP/1.1\r\n${HOST}Content-Length: 0\r\n${CLOSE}`],
    ['two slashes', 404, 'not_found', `POST /csp//gateway?api_token=planted HTTP/1.1\r\n${HOST}Content-Length: 0\r\n${CLOSE}`],
    ['TRACE', 405, 'method_not_allowed', `TRACE ${AUTHORIZE} HTTP/1.1\r\n${HOST}${CLOSE}`],
    ['a body too large', 413, 'body_too_large', `POST ${AUTHORIZE} HTTP/1.1\r\n${HOST}Content-Length: 9999999\r\n${CLOSE}`],
    ['an expectation', 417, 'expectation_failed', `POST ${AUTHORIZE} HTTP/1.1\r\n${HOST}Expect: x\r\nContent-Length: 0\r\n${CLOSE}`],
    ['a foreign host', 421, 'misdirected_request', `GET /x HTTP/1.1\r\nHost: evil.example\r\nAccept: application/json\r\n${CLOSE}`],
    ['headers without end', 431, 'headers_too_large', `GET /csp/x HTTP/1.1\r\n${HOST}X: ${'x'.repeat(70_000)}\r\n\r\n`],
    ['a fault of ours', 500, 'internal_error', `GET /throws HTTP/1.1\r\n${HOST}Accept: application/json\r\n${CLOSE}`],
    ['CONNECT', 405, 'method_not_allowed', `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`],
  ])('%s: %i %s', async (_what, statusCode, errorCode, text) => {
    const [head = '', body = ''] = (await sendRaw(port, text)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${statusCode} `))
    expect(head.toLowerCase()).toContain('content-security-policy: ')
    expect(JSON.parse(body)).toEqual({
      ...{ cspErrorCode: `tokenward.${errorCode}`, errorCode, message: expect.any(String) as string, moduleCode: 540, statusCode },
      requestId: /x-request-id: (\S+)/i.exec(head)?.[1],
    })
    expect(head + body).not.toContain('planted')
  })
})

it('sends no program to another name, since its API token may stand in the address', async () => {
  const answer = await sendRaw(port, `GET /csp/x?api_token=planted HTTP/1.1\r\nHost: localhost:${port}\r\n${CLOSE}`)
  expect(answer).toMatch(/^HTTP\/1.1 404 /)
  expect(answer).not.toMatch(/planted|location:/i)
})

it('refuses a router state that Next could not read, and lets pass what a browser says', async () => {
  const ask = async (state: string) => (await fetch(`${url}/x`, { headers: { rsc: '1', 'next-router-state-tree': state } })).status
  const state = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}, null, null] }, null, null]))
  expect([await ask('%zz'), await ask('[1,2'), await ask('[]'), await ask(state)]).toEqual([400, 400, 400, 200])
})

it('blames the client for arguments that Next cannot decode, whether or not scripts run', async () => {
  const body = new FormData()
  body.set('$ACTION_REF_1', '')
  const post = async (init: RequestInit) => (await fetch(`${url}/fails`, { method: 'POST', ...init, headers: { origin: url, ...init.headers } })).status
  const multipart = { 'content-type': 'Multipart/Form-Data; boundary=b' }
  expect([await post({ body }), await post({ body: new URLSearchParams({ a: '1' }) }), await post({ body: 'nonsense', headers: multipart })]).toEqual([400, 500, 400])
})

it('has no form repeated where its answer leads to: what was typed, a password perhaps, is for this page alone', async () => {
  const body = new FormData()
  body.set('$ACTION_REF_1', '')
  const post = async (init: RequestInit) => (await fetch(`${url}/leads-on`, { method: 'POST', redirect: 'manual', ...init, headers: { origin: url, ...init.headers } })).status
  const byScript = { body: '[]', headers: { 'next-action': 'ab'.repeat(21), 'content-type': 'text/plain' } }
  expect([await post({ body }), await post(byScript)]).toEqual([303, 307])
})

it.each([
  ['a web socket', `GET /_next/webpack-hmr HTTP/1.1\r\n${HOST}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n`, 200],
  ['HTTP/2', `POST ${AUTHORIZE} HTTP/1.1\r\n${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 11\r\n\r\napi_token=x`, 400],
])('answers a request for %s as any other', async (_what, text, status) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  socket.destroy()
})

it('logs a client that goes away as such, and as no fault of ours', async () => {
  const info = vi.spyOn(requestLog, 'info')
  const error = vi.spyOn(log, 'error')
  for (const path of [AUTHORIZE, '/sign-in']) {
    const socket = connect(port, '127.0.0.1', () => socket.write(`POST ${path} HTTP/1.1\r\n${HOST}Origin: ${url}\r\nContent-Length: 50\r\n\r\nhalf`))
    await pause(100)
    socket.destroy()
    await vi.waitFor(() => expect(info).toHaveBeenCalledWith(expect.objectContaining({ path, status: 499 }), 'request'))
  }
  expect(error).not.toHaveBeenCalled()
})

it('stops even with connections that are HTTP no more', async () => {
  const other = await findFreePort()
  const stopping = createHttpServer(front, false)
  stopping.on('upgrade', () => undefined)
  await listen(stopping, other, '127.0.0.1')
  const socket = connect(other, '127.0.0.1', () => socket.write(`GET / HTTP/1.1\r\nHost: x\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n`))
  await once(stopping, 'upgrade')
  await finishRequests(stopping, 100)
  await once(socket, 'close')
})
