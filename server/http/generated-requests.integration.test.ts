import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ENDPOINTS } from '@/lib/interface/http/routes'
import { generatedRequests, type GeneratedRequest } from '../testing/interface/generated-request'
import { rowOf } from '../testing/interface/rows'
import { makeWorld, withToken, type World } from '../testing/interface/world'
import { sendRaw } from '../testing/send-raw'
import { serveInterface } from '../testing/serve-interface'

const { port } = await serveInterface()
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** A smaller set than in process: what a socket adds is framing, and headers that no library would send. */
const RUNS = 15

const oneLine = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '')

/** The request as it goes over the wire; what it says of its length may be a lie. */
function written({ method, target, headers, body }: GeneratedRequest): string {
  const text = body === null ? '' : Buffer.from(body).toString('latin1')
  const lines = Object.entries({ 'content-length': String(Buffer.byteLength(text, 'latin1')), ...headers }).map(([name, value]) => `${name}: ${oneLine(value)}`)
  return [`${method} ${oneLine(target)} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...lines, '', text].join('\r\n')
}

/** A server may hang up on what is no request; what it does say is HTTP, no 5xx, and, where there is a body, JSON. */
function faultOf(answer: string): string | null {
  if (answer === '') return null
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
  if (!(status >= 200 && status < 500)) return head
  const body = rest.join('\r\n\r\n')
  return body === '' || /content-type: application\/json/i.test(head) || /content-type: text\/plain/i.test(head) ? null : head
}

describe('over a socket', () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.operation, endpoint] as const))('%s never answers outside HTTP, JSON and 4xx', async (operation, endpoint) => {
    const asked = await rowOf(operation).ask(world, world.people.owner)
    const requests = fc.sample(generatedRequests(endpoint, asked, [withToken(world.people.owner.accessToken), {}]), RUNS)
    const faults = await Promise.all(requests.filter(({ body }) => (body?.length ?? 0) < 1_000_000).map(async (request) => [faultOf(await sendRaw(port, written(request))), request.method, request.target.slice(0, 200)]))
    expect(faults.filter(([fault]) => fault !== null)).toEqual([])
  })
})
