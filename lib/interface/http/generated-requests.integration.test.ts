import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Answered } from '@/server/testing/interface/ask-endpoint'
import { faultOf } from '@/server/testing/interface/described'
import { generatedRequests, type GeneratedRequest } from '@/server/testing/interface/generated-request'
import { rowOf } from '@/server/testing/interface/rows'
import { makeWorld, withToken } from '@/server/testing/interface/world'
import { createTestDatabase } from '@/server/testing/test-database'
import type { Endpoint } from './endpoint'
import { makeRouteTable } from './route-table'
import { ENDPOINTS } from './routes'
import { serveInterface } from './serve'

await createTestDatabase()
/** For each endpoint. `npm run fuzz` asks more. */
const REQUESTS = import.meta.env.MODE === 'fuzz' ? 100_000 : 1_000
/** Asked at once. */
const TOGETHER = 25
/** Milliseconds for one endpoint. */
const LIMIT = REQUESTS * 60

const table = makeRouteTable(ENDPOINTS)

/** Whose answer it should be: a generated request may be right for another endpoint of the same address. */
function askedEndpoint(method: string, target: string): Endpoint | undefined {
  const found = table.find(method, new URL(target, 'http://127.0.0.1').pathname)
  return found && 'endpoint' in found ? found.endpoint : undefined
}

async function serve({ method, target, headers, body }: GeneratedRequest): Promise<Answered> {
  const response = await serveInterface(new Request(`http://127.0.0.1${target}`, { method, headers, body }))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function requireDescribed(request: GeneratedRequest): Promise<void> {
  const answered = await serve(request)
  const fault = faultOf(answered, askedEndpoint(request.method, request.target))
  if (fault) throw new Error(`${request.method} ${request.target.slice(0, 200)} ${String(request.body).slice(0, 500)}: ${fault}`)
}

describe('whatever is sent to it', () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.operation, endpoint] as const))(
    '%s answers as it is described or refuses in the envelope',
    async (operation, endpoint) => {
      const world = await makeWorld()
      const asked = await rowOf(operation).ask(world, world.people.owner)
      const credentials = [withToken(world.people.owner.accessToken), withToken(world.people.member.accessToken), withToken(world.people.foreign.accessToken), {}]
      const batch = fc.array(generatedRequests(endpoint, asked, credentials), { minLength: TOGETHER, maxLength: TOGETHER })
      await fc.assert(
        fc.asyncProperty(batch, async (requests) => {
          await Promise.all(requests.map(requireDescribed))
        }),
        { numRuns: REQUESTS / TOGETHER, endOnFailure: true },
      )
    },
    LIMIT,
  )
})
