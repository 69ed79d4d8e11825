import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { decode, encode } from 'next-auth/jwt'
import { ask, product } from './product'
import type { DemoUser } from './state'

const LONG = 12 * 60 * 60

/** What the browser of these tests calls itself. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36'

function readSecret(): string {
  const { NEXTAUTH_SECRET } = JSON.parse(readFileSync(join(product.dataDir, 'secrets.json'), 'utf8')) as { NEXTAUTH_SECRET: string }
  return NEXTAUTH_SECRET
}

/** A session that `user` has opened just now, and the value of the cookie that names it. A tenth of what the form takes. */
export async function openSession({ email }: DemoUser): Promise<string> {
  const sid = randomUUID()
  const [session] = await ask<{ sub: string }>(
    `INSERT INTO session (id, user_id, created_at, authenticated_at, last_seen_at, expires_at, ip, user_agent)
     SELECT $1, id, now(), now(), now(), now() + $3 * interval '1 second', '127.0.0.1', $4 FROM user_account WHERE email = $2
     RETURNING user_id AS sub`,
    [sid, email, LONG, USER_AGENT],
  )
  if (!session) throw new Error(`There is nobody with the address ${email}`)
  return encode({ token: { sub: session.sub, sid }, secret: readSecret(), maxAge: LONG })
}

/** The id of the session in which `page` is open: a person of the demo has several at a time. */
export async function sessionOf(page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'tw-session')
  const found = await decode({ token: cookie?.value ?? '', secret: readSecret() })
  if (typeof found?.['sid'] !== 'string') throw new Error('The page is open without a session')
  return found['sid']
}
