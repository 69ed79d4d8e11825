import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { Client } from 'pg'
import { listAddress } from '@/lib/governance/list-address'
import { runBareServer } from '@/server/testing/run-server'
import { measureDashboard, type Show } from './dashboard'
import type { GovernanceDatabase } from './database'

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

/** Asks the product itself for the page, and reads it to its end. */
const showFrom =
  (url: string, cookies: ReadonlyMap<string, string>): Show =>
  ({ userId }, place) =>
  async () => {
    const answer = await fetch(url + listAddress(place), { headers: { cookie: cookies.get(userId) ?? '' }, redirect: 'error' })
    const page = await answer.text()
    if (!answer.ok || !page.includes('<table')) throw new Error(`${place.sort.key}: ${answer.status} without a list`)
  }

/** P5 as whoever opens the dashboard waits for it: the whole page, from a process of the product on this database. */
export async function measurePages({ client, large, small, environment }: GovernanceDatabase) {
  const server = await runBareServer({ ...environment, TOKENWARD_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1', MAIL_FROM: 'tokenward@example.com' })
  try {
    const owners = [large, small].map(({ ownerId }) => ownerId)
    const cookies = new Map(await Promise.all(owners.map(async (id) => [id, await cookieOf(client, id, environment['NEXTAUTH_SECRET'] ?? '')] as const)))
    return await measureDashboard(client, { large, small }, showFrom(server.url, cookies))
  } finally {
    await server.stop()
  }
}
