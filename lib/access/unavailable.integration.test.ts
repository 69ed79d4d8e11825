import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { exchange, loggedInUser, makeToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { handleReadyz } from '../platform/health'
import { ensureSigningKey } from '../platform/signing-keys'

const { migrationDatabaseUrl } = await createTestDatabase()
beforeAll(ensureSigningKey)

/** Runs `work` while nobody else can read any token: what a caller sees of a database that does not answer. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: migrationDatabaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE api_token, _prisma_migrations IN ACCESS EXCLUSIVE MODE')
    await work()
  } finally {
    await client.end()
  }
}

it('says 503 and when to come back while the database does not answer, and works again after', async () => {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken } = await makeToken(ctx)
  const accessToken = String((await exchange(apiToken)).answer['access_token'])
  await whileLocked(async () => {
    const refused = await exchange(apiToken)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    expect(refused.answer).toMatchObject({ errorCode: 'unavailable', statusCode: 503, moduleCode: 540 })
    expect((await loggedInUser({ 'csp-auth-token': accessToken })).status).toBe(503)
    expect((await handleReadyz()).status).toBe(503)
  })
  expect((await exchange(apiToken)).status).toBe(200)
  expect((await handleReadyz()).status).toBe(200)
})
