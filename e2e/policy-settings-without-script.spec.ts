import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { signIn } from './console'
import { labelsIn, languages } from './labels'
import { formOf, GOVERNANCE, longAgo, makeOwner, policyOf, SETTINGS, violatingOf } from './policy-form'
import { ask } from './product'

test.use({ javaScriptEnabled: false })

for (const language of languages) {
  const labels = labelsIn(language)

  test(`previews, then saves, without JavaScript, in ${language}`, async ({ page }) => {
    const owner = await makeOwner()
    await signIn(page, owner, language, { at: SETTINGS })
    const { idle, max, save, impact } = formOf(page, language)
    await idle.value.fill('30')
    await max.status.uncheck()
    await page.getByRole('button', { name: labels.preview, exact: true }).click()
    await expect(idle.value).toHaveValue('30')
    await expect(max.status).not.toBeChecked()
    await expect(impact).toContainText('idle-one')
    await expect(impact).toContainText('+1')
    expect(await policyOf(owner)).toMatchObject({ version: 1 })
    await save.click()
    await expect(page.getByText(labels.saved, { exact: true })).toBeVisible()
    expect(await policyOf(owner)).toMatchObject({ idle_ttl_value: 30, max_enabled: false, max_ttl_value: 365, version: 2 })
    expect(await violatingOf(owner)).toEqual(['idle-one'])
  })

  test(`Get Started activates governance, without JavaScript, in ${language}`, async ({ page }) => {
    const owner = await makeOwner({ activated: false })
    await signIn(page, owner, language, { at: GOVERNANCE })
    await page.getByRole('button', { name: labels.getStarted, exact: true }).click()
    await expect(page.getByRole('link', { name: 'idle-one' })).toBeVisible()
    expect(await ask(`SELECT iga_activated_at IS NOT NULL AS activated FROM organization WHERE id = $1`, [owner.orgId])).toEqual([{ activated: true }])
    expect(await ask(`SELECT type FROM audit_event WHERE org_id = $1 AND type = 'csp__activate_governance'`, [owner.orgId])).toHaveLength(1)
  })
}

test('keeps what was typed where it is refused', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { idle, max, save } = formOf(page, 'en')
  await idle.value.fill('1828')
  await max.value.fill('12')
  await save.click()
  await expect(page.getByText('The longest limit is 1,827 days.')).toBeVisible()
  await expect(idle.value).toHaveValue('1828')
  await expect(max.value).toHaveValue('12')
  expect(await policyOf(owner)).toMatchObject({ version: 1 })
})

test('asks for the password on the page where the sign-in was long ago', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max, save } = formOf(page, 'en')
  await longAgo(owner)
  await max.value.fill('60')
  await save.click()
  await page.getByLabel('Password', { exact: true }).fill('not my password')
  await save.click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await expect(max.value).toHaveValue('60')
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await save.click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await policyOf(owner)).toMatchObject({ max_ttl_value: 60, version: 2 })
})

test('shows what somebody saved meanwhile, and overwrites it only when told to', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max, save } = formOf(page, 'en')
  await max.value.fill('60')
  await ask(`UPDATE token_policy SET max_ttl_value = 200, version = 2 WHERE org_id = $1`, [owner.orgId])
  await save.click()
  await expect(page.getByRole('row', { name: /Max Token TTL/ })).toContainText('200 days')
  await expect(max.value).toHaveValue('60')
  await page.getByRole('button', { name: 'Save mine instead' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await policyOf(owner)).toMatchObject({ max_ttl_value: 60, version: 3 })
})

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true })

  test('Get Started explains itself to an administrator, and names who can activate it', async ({ page }) => {
    const owner = await makeOwner({ role: 'org_admin', activated: false })
    await signIn(page, owner, 'en', { at: GOVERNANCE })
    await expect(page.getByText('Only an Organization Owner can activate it.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Get Started' })).toHaveCount(0)
    await expectAccessible(page, 'Get Started, for an administrator')
  })
})
