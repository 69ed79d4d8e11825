import { request, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '@/lib/platform/env'
import { findFreePort } from '../testing/run-server'
import { createTestDatabase } from '../testing/test-database'
import { createFront } from './front'
import { trustProxies } from './peer-address'
import { createHttpServer, finishRequests, listen } from './server'

/** Who is let in where requests come in, behind whatever stands before it. */
const port = await findFreePort()
await createTestDatabase({ PUBLIC_URL: 'https://tokens.example.test' })
let server: Server

beforeAll(async () => {
  const handle = async () => Promise.reject(new Error('not for Next'))
  server = createHttpServer(createFront({ publicUrl: new URL('https://tokens.example.test'), isTrusted: trustProxies(['127.0.0.1']), dev: false, handle }), true)
  await listen(server, port, '127.0.0.1')
})
afterAll(() => finishRequests(server, 0))

function scrape(headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: '/metrics', headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode, text }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

it.each<[string, number, Record<string, string>]>([
  ['who asks from this machine', 200, {}],
  ['who asks by the proxy here, which is trusted', 401, { 'x-forwarded-for': '192.0.2.1' }],
  ['who says by that proxy that they are this machine', 401, { 'x-forwarded-for': '127.0.0.1' }],
  ['who asks by a page under a foreign name', 401, { host: `evil.example:${port}` }],
  ['who asks by the name of the installation', 401, { host: 'tokens.example.test' }],
  ['nobody: it is not for a client to say', 401, { 'x-forwarded-for': '192.0.2.1', 'x-tw-local': '1', 'x-real-ip': '127.0.0.1' }],
])('%s: %i', async (_who, status, headers) => {
  expect((await scrape(headers)).status).toBe(status)
})

it('who asks by the proxy and has the token, and what was asked so far is counted', async () => {
  const { status, text } = await scrape({ 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${env().metricsToken}` })
  expect(status).toBe(200)
  expect(text).toMatch(/^tokenward_http_requests_total\{class="operations",status="4xx"\} [1-9]/m)
  expect(text).not.toContain(env().metricsToken)
})
