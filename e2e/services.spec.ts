import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { closeSecret, signIn } from './console'
import { labelsIn, languages } from './labels'
import { sessionOf } from './open-session'
import { makeColleague, makeGovernor } from './own-person'
import { ask, product, userWith } from './product'
import { servicesWordsIn } from './services-words'

const SERVICES = '/installation/registered-services'
const SECRET = /tws_[\w-]{43}/
/** The demo's first owner runs it as well. */
const runner = () => userWith('org_owner')
const newId = () => `shop-${randomUUID().slice(0, 8)}`

/** How the product answers a service that asks about a token which is none. */
async function introspect(id: string, secret: string): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const answer = await fetch(`${product.url}/oauth/introspect`, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ token: 'none' }) })
  await answer.arrayBuffer()
  return answer.status
}

async function eventsAbout(id: string): Promise<string[]> {
  const events = await ask<{ type: string; who: string | null }>(`SELECT type, u.email AS who FROM installation_event e LEFT JOIN user_account u ON u.id = e.actor_user_id WHERE details->>'service' = $1 ORDER BY e.at, e.id`, [id])
  expect(events.every(({ who }) => who === runner().email)).toBe(true)
  return events.map(({ type }) => type)
}

/** Only this page's session: others are the same person at the same time. */
async function longAgo(page: Page): Promise<void> {
  await ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE id = $1`, [await sessionOf(page)])
}

for (const language of languages) {
  const words = servicesWordsIn(language)

  test(`a service is added, asks, gets a new secret and is removed, in ${language}`, async ({ page }) => {
    const id = newId()
    const dialog = page.getByRole('dialog')
    const shown = async () => {
      await dialog.getByRole('button', { name: words.show, exact: true }).click()
      await expect(dialog.getByRole('status', { name: words.secret, exact: true })).toContainText(SECRET)
      return SECRET.exec(await dialog.getByRole('status', { name: words.secret, exact: true }).innerText())?.[0] ?? ''
    }
    await signIn(page, runner(), language)
    await page.getByRole('navigation').getByRole('link', { name: words.services, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.services, exact: true })).toBeVisible()
    await page.getByRole('link', { name: words.add, exact: true }).click()
    await page.getByLabel(words.clientId, { exact: true }).fill('Shop')
    await page.getByLabel(words.name, { exact: true }).fill('Corner Shop')
    await page.getByLabel(words.roles).fill('reader:Reader\nstock_keeper')
    await page.getByRole('button', { name: words.add, exact: true }).click()
    await expect(page.getByText(words.badId)).toBeVisible()
    await expectAccessible(page, 'adding')
    await page.getByLabel(words.clientId, { exact: true }).fill('object-store')
    await page.getByRole('button', { name: words.add, exact: true }).click()
    await expect(page.getByText(words.taken)).toBeVisible()
    await page.getByLabel(words.clientId, { exact: true }).fill(id)
    await page.getByRole('button', { name: words.add, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.added, exact: true })).toBeVisible()
    await expectAccessible(page, 'the secret')
    const first = await shown()
    expect(await introspect(id, first)).toBe(200)
    await closeSecret(page, language)
    await expect(page).toHaveURL(SERVICES)
    expect(await page.content()).not.toContain(first)
    await expectAccessible(page, 'the list')
    const row = page.getByRole('row').filter({ hasText: id })
    await expect(row).toContainText('Reader, Stock keeper')

    await row.getByRole('link', { name: 'Corner Shop' }).click()
    await expect(page.getByText(`external/${id}/stock_keeper`)).toBeVisible()
    await expectAccessible(page, 'a service')
    await page.getByRole('button', { name: words.rotate, exact: true }).click()
    await expect(dialog).toBeVisible()
    expect(await introspect(id, first)).toBe(200)
    await expectAccessible(page, 'the question')
    await dialog.getByRole('button', { name: words.rotate, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.rotated, exact: true })).toBeVisible()
    const second = await shown()
    expect([await introspect(id, first), await introspect(id, second)]).toEqual([401, 200])
    await closeSecret(page, language)
    expect(await page.content()).not.toContain(second)

    const typed = page.getByLabel(words.confirmType)
    await typed.fill('another')
    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await expect(page.getByText(words.mistyped)).toBeVisible()
    await typed.fill(id)
    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await expect(page).toHaveURL(SERVICES)
    await expect(page.getByRole('row').filter({ hasText: id })).toHaveCount(0)
    expect(await introspect(id, second)).toBe(401)
    expect(await eventsAbout(id)).toEqual(['csp__add_service', 'csp__rotate_service_secret', 'csp__remove_service'])
  })
}

test('a sign-in of long ago is asked to be renewed', async ({ page }) => {
  const id = newId()
  await signIn(page, runner(), 'en', { at: `${SERVICES}/add` })
  await longAgo(page)
  await page.getByLabel('Client ID', { exact: true }).fill(id)
  await page.getByLabel('Name', { exact: true }).fill('Late Shop')
  await page.getByRole('button', { name: 'Add service', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(labelsIn('en').password, { exact: true }).fill(runner().password)
  expect(await eventsAbout(id)).toEqual([])
  await dialog.getByRole('button', { name: labelsIn('en').confirm, exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Service added', exact: true })).toBeVisible()
  expect(await eventsAbout(id)).toEqual(['csp__add_service'])
  await ask('DELETE FROM service_role WHERE service_id = $1', [id])
  await ask('DELETE FROM service WHERE id = $1', [id])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a service is added, gets a new secret and is removed', async ({ page }) => {
    const id = newId()
    const secret = page.getByRole('status', { name: 'Client secret', exact: true })
    await signIn(page, runner(), 'en', { at: `${SERVICES}/add` })
    await page.getByLabel('Client ID', { exact: true }).fill('No')
    await page.getByLabel('Name', { exact: true }).fill('Plain Shop')
    await page.getByLabel('Roles').fill('reader')
    await page.getByRole('button', { name: 'Add service', exact: true }).click()
    await expect(page.getByLabel('Roles')).toHaveValue('reader')
    await page.getByLabel('Client ID', { exact: true }).fill(id)
    await page.getByRole('button', { name: 'Add service', exact: true }).click()
    const first = await secret.innerText()
    expect(await introspect(id, first)).toBe(200)
    await page.getByRole('link', { name: 'To the services' }).click()
    await page.getByRole('row').filter({ hasText: id }).getByRole('link').click()
    await page.getByRole('button', { name: 'Rotate secret', exact: true }).click()
    const second = await secret.innerText()
    expect([await introspect(id, first), await introspect(id, second)]).toEqual([401, 200])
    await page.goto(`${SERVICES}/of/${id}`)
    expect(await page.content()).not.toContain(second)
    await page.getByLabel('Type').fill(id)
    await page.getByRole('button', { name: 'Remove service', exact: true }).click()
    await expect(page).toHaveURL(SERVICES)
    expect(await eventsAbout(id)).toEqual(['csp__add_service', 'csp__rotate_service_secret', 'csp__remove_service'])
  })
})

test('nobody else finds the pages or is led to them, whatever their roles', async ({ page }) => {
  const owner = await makeGovernor([], ['org_owner', 'org_admin', 'org_member', 'access_log_auditor'])
  for (const person of [owner, await makeColleague(owner, ['org_member']), userWith('org_admin')]) {
    await signIn(page, person, 'en')
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Services', exact: true })).toHaveCount(0)
    for (const path of [SERVICES, `${SERVICES}/add`, `${SERVICES}/of/object-store`]) expect((await page.goto(path))?.status()).toBe(404)
  }
})

test('there is no page for a service that there is not', async ({ page }) => {
  await signIn(page, runner(), 'en', { at: SERVICES })
  for (const id of ['none', 'None', '%00', 'a'.repeat(65)]) expect((await page.goto(`${SERVICES}/of/${id}`))?.status()).toBeGreaterThanOrEqual(400)
})
