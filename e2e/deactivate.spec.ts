import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { LIST, signIn } from './console'
import { deactivateWordsIn } from './deactivate-words'
import { languages, labelsIn } from './labels'
import { makeGovernor, type OwnPerson } from './own-person'
import { ask } from './product'

const GOVERNANCE = '/identity-and-access/governance/api-tokens'
const DAY = 86_400_000

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

async function open(page: Page, owner: OwnPerson, language: (typeof languages)[number], query = '') {
  await signIn(page, owner, language, { at: GOVERNANCE + query })
}

const offOf = async ({ orgId }: OwnPerson) =>
  (await ask<{ name: string }>('SELECT name FROM api_token WHERE org_id = $1 AND deactivated_at IS NOT NULL ORDER BY name', [orgId])).map(({ name }) => name)
const eventsOf = async ({ orgId }: OwnPerson) =>
  (await ask<{ type: string }>(`SELECT type FROM audit_event WHERE org_id = $1 AND type LIKE '%activate_api_token' ORDER BY at, id`, [orgId])).map(({ type }) => type)
const mailsOf = async ({ orgId }: OwnPerson) =>
  (await ask<{ template: string }>(`SELECT template FROM outbox_mail WHERE org_id = $1 ORDER BY created_at, id`, [orgId])).map(({ template }) => template)

const thirty = () => Array.from({ length: 30 }, (_none, at) => ({ name: `job-${String(at + 1).padStart(2, '0')}` }))

for (const language of languages) {
  const words = deactivateWordsIn(language)
  const { actionsFor } = labelsIn(language)

  test(`one token is deactivated with a reason, and its user reads it, by keyboard only, in ${language}`, async ({ page }) => {
    const owner = await makeGovernor([{ name: 'leaked' }, { name: 'fine' }])
    await open(page, owner, language)
    await page.getByRole('button', { name: `${actionsFor} leaked`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: words.deactivate }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('heading', { name: /leaked/ })).toBeFocused()
    await dialog.getByRole('button', { name: words.deactivate, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText(words.chooseReason)
    await expect(dialog.getByLabel(words.reason, { exact: true })).toBeFocused()
    await expectAccessible(page, 'deactivating one, refused')
    await dialog.getByLabel(words.reason, { exact: true }).selectOption('key_compromise')
    await dialog.getByLabel(words.note).fill('Seen in a build log.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: words.deactivate, exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(rowOf(page, 'leaked')).toContainText(words.deactivated)
    expect([await offOf(owner), await eventsOf(owner), await mailsOf(owner)]).toEqual([['leaked'], ['csp__deactivate_api_token'], ['token_deactivated']])
    await page.goto(LIST)
    await expect(page.locator('tbody').filter({ hasText: 'leaked' })).toContainText(words.ownLabel)
    await expect(page.locator('tbody').filter({ hasText: 'leaked' })).toContainText('Seen in a build log.')
  })

  test(`a selection is deactivated at once, and told of in one digest, in ${language}`, async ({ page }) => {
    const owner = await makeGovernor([{ name: 'used', last_used_at: new Date(Date.now() - DAY) }, { name: 'idle' }, { name: 'other' }])
    await open(page, owner, language)
    for (const name of ['used', 'idle']) await page.getByRole('checkbox', { name: words.select.replace('{}', name), exact: true }).check()
    await page.getByRole('button', { name: words.bothButton, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: words.both })
    await expect(dialog).toContainText(words.recently)
    await expectAccessible(page, 'deactivating two')
    await dialog.getByRole('button', { name: words.keep, exact: true }).click()
    expect(await offOf(owner)).toEqual([])
    await page.getByRole('button', { name: words.bothButton, exact: true }).click()
    await dialog.getByLabel(words.reason, { exact: true }).selectOption({ label: words.compromise })
    await dialog.getByRole('button', { name: words.bothConfirm, exact: true }).click()
    await expect(page.getByText(words.bothDone)).toBeVisible()
    await expect(page.locator('#governed-api-tokens')).toBeFocused()
    expect([await offOf(owner), await eventsOf(owner), await mailsOf(owner)]).toEqual([
      ['idle', 'used'],
      ['csp__deactivate_api_token', 'csp__deactivate_api_token'],
      ['tokens_deactivated'],
    ])
  })

  test(`what can not be changed any more is named, in ${language}`, async ({ page }) => {
    const past = { created_at: new Date(Date.now() - 200 * DAY), issued_at: new Date(Date.now() - 200 * DAY) }
    const owner = await makeGovernor([
      { name: 'stale' },
      { name: 'fine' },
      { name: 'ended', ...past, expires_at: new Date(Date.now() - DAY), deactivated_at: new Date(), deactivation_reason: 'other' },
    ])
    await open(page, owner, language)
    for (const name of ['stale', 'fine']) await page.getByRole('checkbox', { name: words.select.replace('{}', name), exact: true }).check()
    await page.getByRole('button', { name: words.bothButton, exact: true }).click()
    await ask(`UPDATE api_token SET revoked_at = now() WHERE org_id = $1 AND name = 'stale'`, [owner.orgId])
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.reason, { exact: true }).selectOption('other')
    await dialog.getByRole('button', { name: words.bothConfirm, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.oneOfTwo })).toContainText(words.revokedMeanwhile)
    await expectAccessible(page, 'what became of each')
    expect(await offOf(owner)).toEqual(['ended', 'fine'])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: `${actionsFor} ended`, exact: true }).click()
    await page.getByRole('menuitem', { name: words.activate }).click()
    await dialog.getByRole('button', { name: words.activate, exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText(words.staysExpired)
  })

  test(`all that match the filter are deactivated once their number is typed, in ${language}`, async ({ page }) => {
    const owner = await makeGovernor([...thirty(), { name: 'kept' }])
    await open(page, owner, language, '?q=job')
    await page.getByRole('checkbox', { name: words.selectPage, exact: true }).check()
    await page.getByRole('button', { name: words.all, exact: true }).click()
    await page.getByRole('region', { name: /./ }).getByRole('button', { name: `${words.deactivate}…`, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: words.allTitle })
    await dialog.getByLabel(words.reason, { exact: true }).selectOption('policy_violation')
    await dialog.getByLabel(words.type).fill('3')
    await dialog.getByRole('button', { name: words.allConfirm, exact: true }).click()
    await expect(dialog).toContainText(words.mistyped)
    await expectAccessible(page, 'deactivating all that match')
    await dialog.getByLabel(words.type).fill('30')
    await dialog.getByRole('button', { name: words.allConfirm, exact: true }).click()
    await expect(page.getByText(words.allDone)).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'what came of all that matched')
    expect([(await offOf(owner)).length, (await eventsOf(owner)).length, await mailsOf(owner)]).toEqual([30, 30, ['tokens_deactivated']])
  })
}

test('a number that has changed since it was shown is shown anew, and nothing is done', async ({ page }) => {
  const words = deactivateWordsIn('en')
  const owner = await makeGovernor(thirty())
  await open(page, owner, 'en')
  await page.getByRole('checkbox', { name: words.selectPage, exact: true }).check()
  await page.getByRole('button', { name: words.all, exact: true }).click()
  await page.getByRole('region', { name: /./ }).getByRole('button', { name: `${words.deactivate}…`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.allTitle })
  await dialog.getByLabel(words.type).fill('30')
  await dialog.getByLabel(words.reason, { exact: true }).selectOption('other')
  await dialog.getByLabel(words.note).fill('kept')
  await ask(`UPDATE api_token SET revoked_at = now() WHERE org_id = $1 AND name = 'job-07'`, [owner.orgId])
  await dialog.getByRole('button', { name: words.allConfirm, exact: true }).click()
  const again = page.getByRole('dialog', { name: 'Deactivate 29 tokens?' })
  await expect(again).toContainText(words.recounted)
  await expect(again.getByLabel(words.note)).toHaveValue('kept')
  expect(await offOf(owner)).toEqual([])
})

test.describe('before JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one token is deactivated, and activated, by a form', async ({ page }) => {
    const words = deactivateWordsIn('en')
    const owner = await makeGovernor([{ name: 'leaked' }])
    await open(page, owner, 'en')
    await page.getByRole('link', { name: 'leaked', exact: true }).click()
    await page.getByRole('dialog').getByRole('link', { name: words.deactivate }).click()
    await page.getByLabel(words.note).fill('kept')
    await page.getByRole('button', { name: words.deactivate, exact: true }).click()
    await expect(page.getByText(words.chooseReason)).toBeVisible()
    await expect(page.getByLabel(words.note)).toHaveValue('kept')
    await page.getByLabel(words.reason, { exact: true }).selectOption('other')
    await page.getByRole('button', { name: words.deactivate, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await offOf(owner)).toEqual(['leaked'])
    await page.getByRole('dialog').getByRole('link', { name: words.activate }).click()
    await page.getByRole('button', { name: words.activate, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await offOf(owner)).toEqual([])
  })
})

test('the form for one token stands the look of axe', async ({ page }) => {
  const owner = await makeGovernor([{ name: 'leaked' }])
  await signIn(page, owner, 'en')
  const [token] = await ask<{ id: string }>('SELECT id FROM api_token WHERE org_id = $1', [owner.orgId])
  await page.goto(`${GOVERNANCE}/${token?.id}/switch`)
  await expectAccessible(page, 'the form for one token')
})
