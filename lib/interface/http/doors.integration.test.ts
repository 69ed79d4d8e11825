import { beforeAll, describe, expect, it } from 'vitest'
import { askEndpoint } from '@/server/testing/interface/ask-endpoint'
import { faultOf } from '@/server/testing/interface/described'
import { rowNames, rowOf } from '@/server/testing/interface/rows'
import { GHOSTS, makeWorld, PEOPLE, withToken, type World } from '@/server/testing/interface/world'
import { createTestDatabase } from '@/server/testing/test-database'
import type { Endpoint } from './endpoint'
import { ENDPOINTS } from './routes'

await createTestDatabase()
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

async function ask(endpoint: Endpoint, door: (typeof PEOPLE | typeof GHOSTS)[number]) {
  const person = PEOPLE.find((one) => one === door)
  const ghost = GHOSTS.find((one) => one === door)
  const asked = await rowOf(endpoint.operation).ask(world, world.people[person ?? 'owner'])
  return askEndpoint(endpoint, asked, ghost ? world.ghosts[ghost] : withToken(world.people[person ?? 'owner'].accessToken))
}

const doors = ENDPOINTS.flatMap((endpoint) => [...PEOPLE, ...GHOSTS].map((door) => [endpoint.operation, door, endpoint] as const))

describe('every endpoint', () => {
  it('has a row that says who may ask', () => {
    expect(rowNames().toSorted()).toEqual(ENDPOINTS.map(({ operation }) => operation).toSorted())
  })

  it.each(doors)('%s answers %s as it should, and as it is described', async (operation, door, endpoint) => {
    const answered = await ask(endpoint, door)
    expect([door, answered.status, answered.text]).toEqual([door, rowOf(operation).doors[door], answered.text])
    expect(faultOf(answered, endpoint)).toBeNull()
  })
})
