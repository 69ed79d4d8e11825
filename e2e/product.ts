import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import pg from 'pg'
import { STATE, type DemoUser, type Product } from './state'

export const product: Product = JSON.parse(readFileSync(process.env[STATE] ?? '', 'utf8')) as Product

/** The demo's person with `role`, and the n-th of those where there are several. */
export function userWith(role: string, nth = 0): DemoUser {
  const found = product.users.filter(({ roles }) => roles.includes(role))[nth]
  if (!found) throw new Error(`The demo has no user ${nth} with the role ${role}`)
  return found
}

const pool = new pg.Pool({ connectionString: product.databaseUrl, max: 4, allowExitOnIdle: true })
// The database goes before the last of the tests' processes does.
pool.on('error', () => undefined)

/** Asks the database as the application does. */
export async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row>(sql, values)).rows
}

/** What the server has printed about everything that was asked of it until now. */
export async function logUntilNow(): Promise<string> {
  const last = `/no-such-page-${randomUUID()}`
  await fetch(product.url + last).then((answer) => answer.arrayBuffer())
  const read = () => readFileSync(product.log, 'utf8')
  await expect.poll(read).toContain(last)
  return read()
}

const GATEWAY = '/csp/gateway/am/api'

/** Exchanges an API token as a script does: a form, no browser. */
export async function exchange(apiToken: string, more: { passcode?: string } = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${product.url}${GATEWAY}/auth/api-tokens/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ api_token: apiToken, ...more }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** The status with which the console answers an access token. */
export async function statusFor(accessToken: unknown): Promise<number> {
  const headers = { authorization: `Bearer ${String(accessToken)}` }
  const answer = await fetch(`${product.url}${GATEWAY}/loggedin/user`, { headers })
  await answer.arrayBuffer()
  return answer.status
}
