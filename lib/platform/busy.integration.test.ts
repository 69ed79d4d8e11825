import pg from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeOrganization } from '@/server/testing/people'
import { isBusy } from './busy'
import { pool } from './db'
import { inTransaction } from './transaction'

const { databaseUrl } = await createTestDatabase()

const LOCK = 'SELECT 1 FROM token_policy WHERE org_id = $1 FOR UPDATE'

/** Somebody else who holds the policy of an organization while `work` goes on. */
async function whileHeld(orgId: string, work: () => Promise<unknown>): Promise<unknown> {
  const holder = new pg.Client({ connectionString: databaseUrl })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query(LOCK, [orgId])
  return work().then(() => null, (error: unknown) => error).finally(() => holder.end())
}

it('knows who waited for a row in vain, however the statement was sent', async () => {
  const orgId = await makeOrganization()
  const ways = [
    () => inTransaction((tx) => tx.$queryRaw`SELECT 1 FROM token_policy WHERE org_id = ${orgId}::uuid FOR UPDATE`),
    () => inTransaction((tx) => tx.tokenPolicy.update({ where: { orgId }, data: { version: 2 } })),
    () => pool().query(LOCK, [orgId]),
  ]
  for (const way of ways) expect(isBusy(await whileHeld(orgId, way))).toBe(true)
})

it('takes nothing else for it', async () => {
  const refused = [() => pool().query('SELECT nothing'), () => inTransaction((tx) => tx.$queryRaw`SELECT nothing`), () => Promise.reject(new Error('55P03')), () => Promise.reject(new TypeError('no'))]
  for (const way of refused) expect(isBusy(await way().catch((error: unknown) => error))).toBe(false)
})
