import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, quickRead } from './db'

await createTestDatabase()

const NUMBER = { name: 'number', text: `SELECT 100 / $1::int AS quotient, pg_backend_pid() AS pid, current_setting('TimeZone') AS zone` }
type Row = { quotient: number; pid: number; zone: string }
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
