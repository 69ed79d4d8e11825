import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { encode } from 'next-auth/jwt'
import type { Client } from 'pg'
import { listAddress } from '@/lib/governance/list-address'
import { runBareServer } from '@/server/testing/run-server'
import { measureDashboard, type Show } from './dashboard'
import type { GovernanceDatabase } from './database'

const PUBLIC_URL = 'http://tokenward.example'
/** Seconds. */
const LONG = 3_600

/** The cookie of somebody who has signed in just now. */
async function cookieOf(client: Client, userId: string, secret: string): Promise<string> {
  const sid = randomUUID()
  await client.query(
    `INSERT INTO session (id, user_id, created_at, authenticated_at, last_seen_at, expires_at, ip, user_agent)
     VALUES ($1, $2, now(), now(), now(), now() + $3 * interval '1 second', '127.0.0.1', 'bench')`,
    [sid, userId, LONG],
  )
  return `tw-session=${await encode({ token: { sub: userId, sid }, secret, maxAge: LONG })}`
}

/** What answered, and all that it sent. By its own name, which is not where it listens: otherwise it leads there. */
async function ask(url: string, path: string, cookie: string): Promise<{ status: number | undefined; page: string }> {
  const request = get(new URL(path, url), { headers: { host: new URL(PUBLIC_URL).host, cookie } })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, page: await text(answer) }
}

/** Asks the product itself for the page, and reads it to its end. */
const showFrom =
  (url: string, cookies: ReadonlyMap<string, string>): Show =>
  ({ userId }, place) =>
  async () => {
    const { status, page } = await ask(url, listAddress(place), cookies.get(userId) ?? '')
    if (status !== 200 || !page.includes(place.filter.search)) throw new Error(`${listAddress(place)}: ${status}`)
  }

/** P5 as whoever opens the dashboard waits for it: the whole page, from a process of the product on this database. */
export async function measurePages({ client, large, small, environment }: GovernanceDatabase) {
  const server = await runBareServer({ ...environment, TOKENWARD_ENV: 'production', PUBLIC_URL, MAIL_FROM: 'tokenward@example.com' })
  try {
    const owners = [large, small].map(({ ownerId }) => ownerId)
    const cookies = new Map(await Promise.all(owners.map(async (id) => [id, await cookieOf(client, id, environment['NEXTAUTH_SECRET'] ?? '')] as const)))
    return await measureDashboard(client, { large, small }, showFrom(server.url, cookies))
  } finally {
    await server.stop()
  }
}
