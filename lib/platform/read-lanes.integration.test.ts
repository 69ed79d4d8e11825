import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, quickRead } from './db'
import { env } from './env'
import { makeReadLanes } from './read-lanes'

await createTestDatabase()

const NUMBER = { name: 'number', text: `SELECT 100 / $1::int AS quotient, pg_backend_pid() AS pid, current_setting('TimeZone') AS zone` }
type Row = { quotient: number; pid: number; zone: string }

/** Lanes of their own, and what breaks a connection of theirs. */
function lanesToBreak() {
  const application = `lanes ${crypto.randomUUID()}`
  const lanes = makeReadLanes({ config: { connectionString: env().databaseUrl, application_name: application }, prepare: async () => {}, onLost: () => {} })
  const breakOne = (how: 'pg_cancel_backend' | 'pg_terminate_backend') =>
    pool().query(`SELECT ${how}(pid) FROM pg_stat_activity WHERE application_name = $1 ORDER BY random() LIMIT 1`, [application])
  return { lanes, breakOne }
}
const divideBy = async (divisor: number) => (await quickRead<Row>({ ...NUMBER, values: [divisor] }))[0]

it('answers each of many reads side by side with its own row, on connections that speak UTC', async () => {
  const divisors = Array.from({ length: 200 }, (_each, at) => (at % 10) + 1)
  const rows = await Promise.all(divisors.map(divideBy))
  expect(rows.map((row) => row?.quotient)).toEqual(divisors.map((divisor) => Math.floor(100 / divisor)))
  expect(new Set(rows.map((row) => row?.zone))).toEqual(new Set(['UTC']))
})

it('lets reads beside one that fails go on, and those after it', async () => {
  const results = await Promise.allSettled([1, 0, 2].map(divideBy))
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await divideBy(4))?.quotient).toBe(25)
})

it('reads on where the database has closed the connection meanwhile', async () => {
  const before = await divideBy(1)
  await pool().query('SELECT pg_terminate_backend($1)', [before?.pid])
  await expect.poll(async () => (await pool().query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [before?.pid])).rowCount).toBe(0)
  const after = await divideBy(1)
  expect(after?.quotient).toBe(100)
  expect(after?.pid).not.toBe(before?.pid)
})

it('gives no read the row of another, whichever is cancelled, cut off or given up in between', async () => {
  const { lanes, breakOne } = lanesToBreak()
  const outcomes = new Set<string>()
  const wrong: unknown[] = []
  async function readMany(reader: number): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      const mine = `${reader} ${round}`
      const read = { name: `mine_${round % 3}`, text: `SELECT $1::text AS mine, ${round % 3} AS kind, pg_sleep(CASE WHEN $2 THEN 0.03 ELSE 0 END)`, values: [mine, round % 20 === reader % 20] }
      const [result] = await Promise.allSettled([lanes.read<{ mine: string; kind: number }>(read, round % 15 === reader % 15 ? 10 : 1_000)])
      outcomes.add(result.status)
      if (result.status === 'fulfilled' && (result.value.length !== 1 || result.value[0]?.mine !== mine || result.value[0].kind !== round % 3)) wrong.push(result.value)
    }
  }
  const readers = Promise.all(Array.from({ length: 48 }, (_each, reader) => readMany(reader)))
  for (let at = 0; at < 30; at += 1) await breakOne(at % 3 === 0 ? 'pg_terminate_backend' : 'pg_cancel_backend')
  await readers
  await lanes.close()
  expect(wrong).toEqual([])
  expect(outcomes).toEqual(new Set(['fulfilled', 'rejected']))
})

it('leaves a connection once, however many of its reads fail', async () => {
  const warnings: string[] = []
  const keep = ({ message }: Error) => warnings.push(message)
  process.on('warning', keep)
  await Promise.allSettled(Array.from({ length: 30 }, () => divideBy(0)))
  // Node warns in a later turn.
  await new Promise(setImmediate)
  process.off('warning', keep)
  expect(warnings).toEqual([])
})
