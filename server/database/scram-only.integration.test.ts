import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, inject, it } from 'vitest'
import pg from 'pg'
import { requireScram } from './scram-only'

const PASSWORD = 'planted-password'
/** What PostgreSQL sends: a letter, the length, and then `words`, after which more may come. */
const message = (letter: string, ...words: number[]) => {
  const body = Buffer.alloc(4 + words.length * 4)
  body.writeInt32BE(body.length)
  words.forEach((word, at) => body.writeInt32BE(word, 4 + at * 4))
  return Buffer.concat([Buffer.from(letter), body])
}
const AUTHENTICATION_OK = 0
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

/** Connects to a program that pretends to be PostgreSQL and greets with `greeting`; gives back all it was sent. */
async function meet(greeting: Buffer): Promise<{ heard: string; outcome: unknown }> {
  let heard = ''
  const fake = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
    socket.once('data', () => socket.write(greeting))
  }).listen(0, '127.0.0.1')
  await once(fake, 'listening')
  const { port } = fake.address() as AddressInfo
  const pool = new pg.Pool({ connectionString: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/x`, connectionTimeoutMillis: 2_000 })
  const outcome = await pool.query('SELECT 1').then(() => 'answered', (error: unknown) => error)
  await pool.end()
  fake.close()
  return { heard, outcome }
}

requireScram()

it.each([
  ['asks for the password in the clear', message('R', 3)],
  ['asks for it hashed with MD5', message('R', 5, 1)],
  ['asks for nothing', Buffer.concat([message('R', AUTHENTICATION_OK), READY])],
])('a program that pretends to be the database and %s gets neither password nor trust', async (_what, greeting) => {
  const { heard, outcome } = await meet(greeting)
  expect(String(outcome)).toContain('did not prove')
  expect(heard).toContain('postgres')
  expect(heard).not.toContain(PASSWORD)
  expect(heard).not.toContain('md5')
  expect(heard).not.toContain('SELECT')
})

it('the database itself gets both', async () => {
  const pool = new pg.Pool({ connectionString: inject('cluster').databaseUrl, max: 1 })
  expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
