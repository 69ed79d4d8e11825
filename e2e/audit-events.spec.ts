import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { signIn } from './console'
import { languages, type Language } from './labels'
import { makeOwnPerson } from './own-person'
import { ask } from './product'

const LOG = '/identity-and-access/audit-events'

const words = {
  en: { title: 'Audit Events', failed: 'Failed', expired: 'Token expired', older: 'Older', newer: 'Newer', add: 'Add filter', apply: 'Apply', result: 'Result', noMatch: 'No events match', system: 'System', search: 'Search' },
  de: { title: 'Audit-Ereignisse', failed: 'Gescheitert', expired: 'Token abgelaufen', older: 'Ältere', newer: 'Neuere', add: 'Filter hinzufügen', apply: 'Anwenden', result: 'Ergebnis', noMatch: 'Keine passenden Ereignisse', system: 'System', search: 'Suchen' },
  it: { title: 'Eventi di audit', failed: 'Non riuscito', expired: 'Token scaduto', older: 'Meno recenti', newer: 'Più recenti', add: 'Aggiungi filtro', apply: 'Applica', result: 'Esito', noMatch: 'Nessun evento corrisponde', system: 'Sistema', search: 'Cerca' },
} as const satisfies Record<Language, Record<string, string>>

type Reader = Awaited<ReturnType<typeof makeOwnPerson>>

async function record({ orgId, userId }: Reader, event: Record<string, unknown>): Promise<string> {
  const row: Record<string, unknown> = { org_id: orgId, id: randomUUID(), at: new Date(), type: 'csp__user_login', actor_user_id: userId, ip: '192.0.2.77', user_agent: 'curl/8', request_id: randomUUID(), result: 'success', details: {}, ...event }
  const columns = Object.keys(row)
  await ask(`INSERT INTO audit_event (${columns.join(', ')}) VALUES (${columns.map((_column, at) => `$${at + 1}`).join(', ')})`, Object.values(row))
  return String(row['id'])
}

/** Somebody with the roles, in whose organization each kind of thing has happened once, and much else long ago. */
async function makeReader(roles: string): Promise<Reader> {
  const reader = await makeOwnPerson([{ name: 'order-loader' }])
  await ask(`UPDATE membership SET roles = $1 WHERE org_id = $2`, [roles, reader.orgId])
  const [token] = await ask<{ id: string }>(`SELECT id FROM api_token WHERE org_id = $1`, [reader.orgId])
  await record(reader, { type: 'csp__refresh_token_exchange_failed', token_id: token?.id, result: 'failure', cause: 'token_expired', details: { minute: '2026-01-01T00:00:00.000Z', furtherAttempts: 147 } })
  await record(reader, { type: 'csp__update_token_policy', details: { idleFrom: 'off', idleTo: 'off', maxFrom: '365 days', maxTo: '30 days', version: 2 } })
  await record(reader, { type: 'csp__validate_api_tokens', actor_user_id: null, ip: null, details: { trigger: 'schedule', scanned: 1284, newlyViolating: 2, newlyCompliant: 0, errors: 0 } })
  await record(reader, { type: 'csp__of_another_version', result: 'failure', cause: 'of_another_version', details: { list: [1, 2] } })
  for (let day = 1; day <= 30; day += 1) await record(reader, { at: new Date(Date.now() - (day + 60) * 86_400_000) })
  return reader
}

/** The types of the events that the page shows, in order. Polled: the address of the next page is there before its rows are. */
const namesOn = (page: Page) => page.locator('th[role=rowheader] a').allInnerTexts()

for (const language of languages) {
  const said = words[language]

  test(`an auditor sees what happened, in ${language}`, async ({ page }) => {
    await signIn(page, await makeReader('{org_member,access_log_auditor}'), language)
    await page.getByRole('navigation').getByRole('link', { name: said.title }).click()
    await expect(page.getByRole('heading', { level: 1, name: said.title })).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: 'order-loader' })
    await expect(row).toContainText(said.failed)
    await expect(row).toContainText(said.expired)
    await expect(row).toContainText('192.0.2.77')
    await expect(page.getByRole('row').filter({ hasText: 'ValidateApiTokens' })).toContainText(said.system)
    // What is not known here keeps the name that it was recorded under.
    await expect(page.getByRole('row').filter({ hasText: 'csp__of_another_version' })).toContainText('of_another_version')
    await expectAccessible(page, 'audit events')

    await page.getByRole('link', { name: 'RefreshTokenExchangeFailed' }).click()
    const details = page.getByRole('dialog')
    await expect(details).toContainText('curl/8')
    await expect(details).toContainText('147')
    await expectAccessible(page, 'an audit event')
    await page.keyboard.press('Escape')
    await expect(details).toHaveCount(0)
  })

  test(`an empty result says by what it is empty, in ${language}`, async ({ page }) => {
    await signIn(page, await makeReader('{org_member,org_owner}'), language, { at: `${LOG}?type=csp__change_password&result=failure` })
    await expect(page.getByRole('heading', { name: said.noMatch })).toBeVisible()
    await expectAccessible(page, 'no audit events')
  })

  test(`the log is filtered and paged without JavaScript, in ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await signIn(page, await makeReader('{org_member,org_owner}'), language, { at: LOG })
    await page.getByRole('button', { name: said.add }).click()
    await page.getByLabel(said.result, { exact: true }).selectOption('failure')
    await page.getByRole('button', { name: said.apply, exact: true }).filter({ visible: true }).click()
    await expect(page).toHaveURL(new RegExp(`${LOG}\\?result=failure$`))
    await expect.poll(() => namesOn(page)).toEqual(['csp__of_another_version', 'RefreshTokenExchangeFailed'])

    await page.goto(LOG)
    const first = await namesOn(page)
    expect(first).toHaveLength(25)
    await page.getByRole('link', { name: said.older, exact: true }).click()
    await expect(page).toHaveURL(/after=/)
    await expect.poll(async () => (await namesOn(page)).length).toBeGreaterThan(5)
    await expect.poll(() => namesOn(page)).not.toEqual(first)
    await page.getByRole('link', { name: said.newer, exact: true }).click()
    await expect.poll(() => namesOn(page)).toEqual(first)

    // What is found by name is one token: its events.
    await page.getByRole('searchbox').fill('order-l')
    await page.getByRole('button', { name: said.search, exact: true }).click()
    await expect(page).toHaveURL(/token=/)
    await expect.poll(() => namesOn(page)).toEqual(['RefreshTokenExchangeFailed'])
    await context.close()
  })
}

test('what the filter leaves is saved as a file', async ({ page }) => {
  await signIn(page, await makeReader('{org_member,org_owner}'), 'en', { at: `${LOG}?type=csp__update_token_policy` })
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'As JSON Lines, for programs' }).click()])
  expect(download.suggestedFilename()).toMatch(/^Audit events Own .+\.jsonl$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['csp__update_token_policy'])
})

for (const roles of ['{org_member,developer}', '{org_member,org_admin}']) {
  test(`nothing is found with the roles ${roles}`, async ({ page }) => {
    await signIn(page, await makeReader(roles), 'en')
    const answer = await page.goto(LOG)
    expect(answer?.status()).toBe(404)
    expect((await page.request.get(`${LOG}/export?format=csv`)).status()).toBe(404)
    await expect(page.getByRole('link', { name: 'Audit Events' })).toHaveCount(0)
  })
}
