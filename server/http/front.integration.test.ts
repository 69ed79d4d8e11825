import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../testing/test-database'
import { findFreePort } from '../testing/run-server'
import { createFront } from './front'
import { trustProxies } from './peer-address'
import { createHttpServer, finishRequests, listen } from './server'
import { sendRaw } from '../testing/send-raw'

const port = await findFreePort()
const url = `http://127.0.0.1:${port}`
await createTestDatabase({ PUBLIC_URL: url })

/** Stands where Next does: says what it was told, so that the tests see what arrives there. */
const frontAt = (address: string) => createFront({
  publicUrl: new URL(address),
  isTrusted: trustProxies([]),
  dev: false,
  handle: async (request, response) => {
    if (request.url === '/slow') await pause(300)
    if (request.url === '/throws') throw new Error('planted secret in a stack trace')
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    response.end(JSON.stringify({ headers: request.headers, body: Buffer.concat(chunks).toString() }))
  },
})
const front = frontAt(url)
let server: Server

beforeAll(async () => {
  server = createHttpServer(front, false)
  await listen(server, port, '127.0.0.1')
})
afterAll(() => finishRequests(server, 0))

const own = { origin: url }
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' }
type Told = { headers: Record<string, string>; body: string }
const told = async (path: string, init?: RequestInit) => (await (await fetch(url + path, init)).json()) as Told

describe('what the front tells', () => {
  it('drops what only a proxy may say', async () => {
    const { headers } = await told('/', { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '1.1.1.1', 'x-middleware-subrequest': 'x', 'x-nonce': 'mine', forwarded: 'for=1.1.1.1' } })
    expect(headers).toMatchObject({ host: `127.0.0.1:${port}`, 'x-forwarded-host': `127.0.0.1:${port}`, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' })
    expect(headers).not.toHaveProperty('x-middleware-subrequest')
    expect(headers).not.toHaveProperty('forwarded')
    expect(headers['x-nonce']).not.toBe('mine')
  })

  it('gives each answer a nonce and a request id of its own, the same to Next and to the browser', async () => {
    const answer = await fetch(`${url}/?a=1`)
    const { headers } = (await answer.json()) as Told
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${headers['x-nonce']}'`)
    expect(answer.headers.get('x-request-id')).toBe(headers['x-request-id'])
    expect(headers['x-tw-path']).toBe('/?a=1')
    expect((await told('/')).headers['x-nonce']).not.toBe(headers['x-nonce'])
  })

  it('hands on a body as it came', async () => {
    const body = 'name=nightly+build&x=ü'
    expect((await told('/', { method: 'POST', headers: form, body })).body).toBe(body)
  })
})

describe('what the front refuses', () => {
  it.each([
    ['another origin', 403, '/', { method: 'POST', headers: { origin: 'https://evil.example' }, body: 'a=1' }],
    ['no origin', 403, '/', { method: 'POST', body: 'a=1' }],
    ['a body above 1 MiB', 413, '/', { method: 'POST', headers: form, body: 'x'.repeat(1024 * 1024 + 1) }],
    ['a form of half a million fields', 413, '/', { method: 'POST', headers: form, body: 'a&'.repeat(500_000) }],
    ['the same where programs call', 413, '/csp/gateway/x', { method: 'POST', headers: { ...form, 'content-type': 'Application/X-WWW-Form-urlencoded' }, body: 'a&'.repeat(500_000) }],
    ['a form of thousands of parts', 413, '/', { method: 'POST', headers: { ...own, 'content-type': 'multipart/form-data; boundary=b' }, body: `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(5_000)}--b--\r\n` }],
    ['a form that is none', 400, '/', { method: 'POST', headers: { ...own, 'content-type': 'multipart/form-data; boundary=b' }, body: 'nonsense' }],
    ['an action without an id', 400, '/', { method: 'POST', headers: { ...own, 'next-action': '../x', 'content-type': 'text/plain' }, body: '[]' }],
    ['an action with broken arguments', 400, '/', { method: 'POST', headers: { ...own, 'next-action': 'ab'.repeat(21), 'content-type': 'text/plain' }, body: '[{' }],
  ])('%s: %i', async (_what, status, path, init) => {
    const answer = await fetch(url + path, init)
    expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([status, 'nosniff'])
  })

  it('a body that grows beyond 1 MiB as it arrives', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${url}\r\nTransfer-Encoding: chunked\r\n\r\n`
    expect(await sendRaw(port, head + chunk.repeat(20))).toMatch(/^HTTP\/1.1 413 /)
  })

  it.each([
    ['nonsense', 'NONSENSE\r\n\r\n', 400],
    ['a path that leads elsewhere', `GET /csp/../x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`, 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
    ['a foreign host', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
  ])('%s, with the headers that every answer has', async (_what, text, status) => {
    const answer = (await sendRaw(port, text)).toLowerCase()
    expect(answer).toContain(`http/1.1 ${status} `)
    expect(answer).toContain('content-security-policy: ')
  })

  it('says nothing of what went wrong inside but the id it is logged under', async () => {
    const answer = await fetch(`${url}/throws`)
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).not.toContain('planted')
    expect(text).toContain(answer.headers.get('x-request-id') ?? '?')
  })
})

it('sends a reader of another loopback name to the right one', async () => {
  const answer = await sendRaw(port, `GET /sign-in?x=1 HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 307 /)
  expect(answer.toLowerCase()).toContain(`location: ${url}/sign-in?x=1`)
})

it.each(['/healthz', '/readyz', '/csp/gateway/am/api/auth/keys'])('answers %s itself, with the headers that every answer has', async (path) => {
  const answer = await fetch(url + path)
  expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual(['application/json', 'nosniff'])
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

it('says that the port is taken, and how to choose another', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const { port: taken } = squatter.address() as AddressInfo
  await expect(listen(createHttpServer(front, false), taken, '127.0.0.1')).rejects.toThrow(`Port ${taken} on 127.0.0.1 is taken`)
  squatter.close()
})

it('finishes what is under way before it stops, and takes nothing new', async () => {
  const other = `http://127.0.0.1:${await findFreePort()}`
  const stopping = createHttpServer(frontAt(other), false)
  await listen(stopping, Number(new URL(other).port), '127.0.0.1')
  const underWay = fetch(`${other}/slow`)
  await pause(100)
  const stopped = finishRequests(stopping, 60_000)
  await expect(fetch(other)).rejects.toThrow()
  expect((await underWay).status).toBe(200)
  await stopped
})
