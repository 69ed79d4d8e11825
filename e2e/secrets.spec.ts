import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { askRegenerate, closeSecret, confirmRegenerate, confirmRevoke, generate, LIST, openRevoke, readSecret, recordResponses, signInByForm } from './console'
import { ask, exchange, logUntilNow, product, statusFor, userWith } from './product'

/** Names of the tables with a row that holds `text` in whatever column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  )
  expect(tables.length).toBeGreaterThan(10)
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      // bytea shows as hexadecimal: a secret stored as bytes would stand there in that form.
      const rows = await ask(`SELECT 1 FROM ${name} AS row WHERE strpos(row::text, $1) > 0 OR strpos(row::text, $2) > 0 LIMIT 1`, [
        text,
        Buffer.from(text).toString('hex'),
      ])
      return rows.length > 0 ? name : null
    }),
  )
  return found.filter((name) => name !== null)
}

/** A file of the database may be gone between its listing and its reading: nothing stands in it any more. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** The data directory's files with `text`: mails, keys, and the database's own, its write-ahead log included. */
function filesWith(folder: string, text: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((path) => contentOf(path).includes(text))
}

/** The random part alone must not stand anywhere either, with or without what surrounds it. */
async function expectNowhere(secret: string): Promise<void> {
  const random = secret.slice(26)
  expect(await tablesWith(random)).toEqual([])
  expect(filesWith(product.dataDir, random)).toEqual([])
  expect(await logUntilNow()).not.toContain(random)
}

test('a secret stands in one answer of the console and in its own exchange, and nowhere else', async ({ page }) => {
  const seen = await recordResponses(page)
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  await signInByForm(page, userWith('org_owner'), 'en')
  const name = `canary ${Date.now()}`
  await generate(page, name, 'en')
  const apiToken = await readSecret(page, 'en')
  await closeSecret(page, 'en')

  const exchanged = await exchange(apiToken)
  expect(exchanged.body['refresh_token']).toBe(apiToken)
  expect(JSON.stringify({ ...exchanged.body, refresh_token: '' })).not.toContain(apiToken)
  expect(await statusFor(exchanged.body['access_token'])).toBe(200)

  await page.goto(LIST)
  await page.goto(`${LIST}/generate`)
  await page.goto(LIST)
  await askRegenerate(page, name, 'en')
  await confirmRegenerate(page, 'en')
  const renewed = await readSecret(page, 'en')
  expect(renewed).not.toBe(apiToken)
  await closeSecret(page, 'en')
  await openRevoke(page, name, 'en')
  await confirmRevoke(page, 'en')
  for (const secret of [apiToken, renewed]) expect(JSON.stringify((await exchange(secret)).body)).not.toContain(secret)
  const lost = await exchange(`${apiToken.slice(0, -1)}!`)
  expect(JSON.stringify(lost.body)).not.toContain(apiToken.slice(30, -4))

  await page.unrouteAll({ behavior: 'wait' })
  for (const secret of [apiToken, renewed]) {
    expect(seen.filter(({ text }) => text.includes(secret))).toHaveLength(1)
    expect(seen.filter(({ url, postData }) => url.includes(secret) || postData?.includes(secret))).toEqual([])
    expect(addresses.filter((address) => address.includes(secret))).toEqual([])
    expect(await page.evaluate((text) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]).includes(text), secret)).toBe(false)
    await expectNowhere(secret)
  }
})

test('a secret in the query string of an exchange is in no log', async () => {
  const owner = product.apiTokens[0]
  if (!owner) throw new Error('The demo has no API token')
  const address = `${product.url}/csp/gateway/am/api/auth/api-tokens/authorize?api_token=${owner.apiToken}`
  await fetch(address, { method: 'POST' }).then((answer) => answer.arrayBuffer())
  await fetch(`${product.url}/no-such-page?api_token=${owner.apiToken}`).then((answer) => answer.arrayBuffer())
  expect(await logUntilNow()).not.toContain(owner.apiToken.slice(26))
})

test('no password of the demo is logged', () => {
  // The start prints them for whoever sits at the terminal; the log is what follows, a JSON object a line.
  const log = readFileSync(product.log, 'utf8').split('\n').filter((line) => line.startsWith('{'))
  expect(log.length).toBeGreaterThan(0)
  for (const { password } of product.users) expect(log.filter((line) => line.includes(password))).toEqual([])
})
