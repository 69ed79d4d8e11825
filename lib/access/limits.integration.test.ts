import { beforeAll, describe, expect, it } from 'vitest'
import { ACTIVATE, DEACTIVATE, exchangeFrom, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../platform/db'
import { ensureSigningKey } from '../platform/signing-keys'
import { formatApiToken } from '../tokens/api-token'

await createTestDatabase()
beforeAll(ensureSigningKey)

const unknown = () => formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))

/** How many of `attempts` exchanges from `address` got each status. */
async function statuses(address: string, attempts: number, apiToken: () => string): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (let made = 0; made < attempts; made += 1) {
    const { status } = await exchangeFrom(address, apiToken())
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

describe('failed exchanges', () => {
  it('stop one secret after 20, wherever it comes from, and leave its office alone', async () => {
    const loop = unknown()
    expect(await statuses('198.51.100.1', 23, () => loop)).toEqual({ 400: 20, 429: 3 })
    expect(await statuses('198.51.100.2', 1, () => loop)).toEqual({ 429: 1 })
    const { apiToken } = await makeToken(await makeMember(await makeOrganization()))
    expect(await statuses('198.51.100.1', 1, () => apiToken)).toEqual({ 200: 1 })
  })

  it('stop one address after 200 with ever other secrets, its network included, and no other', async () => {
    expect(await statuses('2001:db8::1', 203, unknown)).toEqual({ 400: 200, 429: 3 })
    expect(await statuses('2001:db8::ffff', 1, unknown)).toEqual({ 429: 1 })
    expect(await statuses('2001:db8:0:1::1', 1, unknown)).toEqual({ 400: 1 })
  })

  it('are not kept count of one by one where their address is over its limit: a flood would fill the memory', async () => {
    const madeUp = unknown()
    await statuses('198.51.100.7', 200, unknown)
    expect(await statuses('198.51.100.7', 25, () => madeUp)).toEqual({ 429: 25 })
    expect(await statuses('198.51.100.8', 1, () => madeUp)).toEqual({ 400: 1 })
  })

  it('never stop a right secret, wherever from', async () => {
    expect(await statuses('198.51.100.4', 201, unknown)).toEqual({ 400: 200, 429: 1 })
    const { apiToken } = await makeToken(await makeMember(await makeOrganization()))
    expect(await statuses('198.51.100.4', 1, () => apiToken)).toEqual({ 200: 1 })
  })

  it('of a right secret stop what fails, count it no further, and nothing once it works again', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, DEACTIVATE)
    expect(await statuses('198.51.100.5', 23, () => apiToken)).toEqual({ 400: 20, 429: 3 })
    const { rows } = await pool().query<{ count: string }>('SELECT sum(count) AS count FROM exchange_failure WHERE token_id = $1', [tokenId])
    expect(rows).toEqual([{ count: '20' }])
    await setToken(ctx, tokenId, ACTIVATE)
    expect(await statuses('198.51.100.6', 1, () => apiToken)).toEqual({ 200: 1 })
  })

  it('are not counted where they succeed', async () => {
    const { apiToken } = await makeToken(await makeMember(await makeOrganization()))
    expect(await statuses('198.51.100.3', 30, () => apiToken)).toEqual({ 200: 30 })
  })
})
