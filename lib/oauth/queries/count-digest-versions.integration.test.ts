import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { pool } from '../../platform/db'
import { countDigestVersions } from './count-digest-versions'

await createTestDatabase()
afterEach(() => void vi.restoreAllMocks())

const OVER = new Date(Date.now() - 60_000)
const BEFORE = new Date(Date.now() - 120_000)

describe('however many tokens a statement looks at', () => {
  beforeAll(async () => {
    expect(await countDigestVersions()).toEqual([])
    const [one, other] = [await makeMember(await makeOrganization()), await makeMember(await makeOrganization())]
    await makeToken(one, {}, { digestKeyVersion: 1 })
    await makeToken(other, {}, { digestKeyVersion: 1, revokedAt: new Date() })
    await makeToken(one, {}, { digestKeyVersion: 2 })
    await makeToken(other, {}, { digestKeyVersion: 2 })
    await makeToken(one, {}, { digestKeyVersion: 2, createdAt: BEFORE, issuedAt: BEFORE, expiresAt: OVER })
    await makeToken(other, {}, { digestKeyVersion: 12 })
  })

  it.each([
    [1, 7],
    [2, 4],
    [3, 3],
    [4, 2],
    [6, 2],
    [1_000, 1],
  ])('counts each once: %i at a time, in %i statements', async (batch, statements) => {
    const asked = vi.spyOn(pool(), 'query')
    expect(await countDigestVersions(batch)).toEqual([
      { version: 1, tokens: 1, live: 1, revoked: 1 },
      { version: 2, tokens: 3, live: 2, revoked: 0 },
      { version: 12, tokens: 1, live: 1, revoked: 0 },
    ])
    expect(asked).toHaveBeenCalledTimes(statements)
  })
})
