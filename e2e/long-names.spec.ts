import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { signIn } from './console'
import { GOVERNANCE } from './governance-words'
import { labelsIn } from './labels'
import { makeGovernor, makeOwnPerson } from './own-person'
import { ask, userWith } from './product'

/** As long as a token's name may be, of the widest letters, and with no place to break. */
const WIDE = 'W'.repeat(64)

async function expectNothingBesideTheWindow(page: Page, what: string) {
  await expect(page.locator('h1')).toBeVisible()
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beside, what).toBe(0)
}

test('the longest names push nothing out of the window, and squeeze no button', async ({ page }) => {
  const person = await makeGovernor([{ name: WIDE, description: WIDE }])
  await ask('UPDATE organization SET name = $2 WHERE id = $1', [person.orgId, WIDE])
  await signIn(page, person, 'de')
  await page.setViewportSize({ width: 375, height: 812 })
  for (const address of ['/my-account/api-tokens', '/my-account/api-tokens/generate', '/my-account/profile', '/my-account/roles', '/organization/authentication', '/identity-and-access/audit-events', `${GOVERNANCE}/settings`, GOVERNANCE]) {
    await page.goto(address)
    await expectNothingBesideTheWindow(page, address)
  }
  const menu = await page.getByRole('banner').getByRole('button').first().boundingBox()
  expect(menu?.width).toBeGreaterThanOrEqual(24)
  await expect(page.getByRole('banner').getByText(WIDE).first()).toHaveAttribute('title', WIDE)
})

test('a service with the longest name keeps its page in the window', async ({ page }) => {
  const id = `wide-${randomUUID()}`
  await ask('INSERT INTO service (id, display_name, created_at) VALUES ($1, $2, now())', [id, WIDE])
  await signIn(page, userWith('org_owner'), 'en', { at: `/installation/registered-services/of/${id}` })
  await expectNothingBesideTheWindow(page, 'wide')
  await page.setViewportSize({ width: 375, height: 812 })
  await expectNothingBesideTheWindow(page, 'narrow')
  await ask('DELETE FROM service WHERE id = $1', [id])
})

test('a page that is not there stands in the console, whose brand and main are the only ones', async ({ page }) => {
  await signIn(page, await makeOwnPerson([]), 'en', { at: GOVERNANCE })
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('main').getByText('Tokenward', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: labelsIn('en').myRoles, exact: true })).toBeVisible()
})
