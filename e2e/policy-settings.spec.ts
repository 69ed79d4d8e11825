import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { signIn } from './console'
import { labelsIn, languages } from './labels'
import { changesOf, daysAgo, formOf, GOVERNANCE, longAgo, makeOwner, policyOf, SETTINGS, violatingOf } from './policy-form'
import { ask } from './product'

for (const language of languages) {
  const labels = labelsIn(language)

  test(`previews and saves both policies, in ${language}`, async ({ page }) => {
    const owner = await makeOwner()
    await signIn(page, owner, language, { at: SETTINGS })
    await expect(page.getByRole('heading', { level: 1, name: labels.settings, exact: true })).toBeVisible()
    const { idle, max, save, impact } = formOf(page, language)
    await expect(idle.status).toBeChecked()
    await expect(idle.value).toHaveValue('90')
    await expect(max.value).toHaveValue('365')
    await expect(max.unit.locator('option:checked')).toHaveText(labels.days)

    await idle.value.fill('30')
    await max.value.fill('2400')
    await max.unit.selectOption(labels.hours)
    await expect(impact.getByRole('row')).toHaveCount(3)
    await expect(impact).toContainText('busy-one')
    await expect(impact).toContainText('idle-one')
    await expect(impact).toContainText('+2')
    await expectAccessible(page, `settings with a preview, ${language}`)

    await save.click()
    await expect(page.getByText(labels.saved, { exact: true }).first()).toBeVisible()
    expect(await policyOf(owner)).toMatchObject({ idle_ttl_value: 30, max_ttl_value: 2400, max_ttl_unit: 'hours', version: 2 })
    expect(await changesOf(owner)).toMatchObject([{ idleFrom: '90 days', idleTo: '30 days', maxFrom: '365 days', maxTo: '2400 hours' }])
    expect(await violatingOf(owner)).toEqual(['busy-one', 'idle-one'])

    await idle.status.uncheck()
    await save.click()
    await expect.poll(() => policyOf(owner)).toMatchObject({ idle_enabled: false, idle_ttl_value: 30, version: 3 })
    await page.reload()
    await expect(idle.status).not.toBeChecked()
    await expect(idle.value).toHaveValue('30')
  })
}

test('saves by Enter, and leaves the focus in the field', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max } = formOf(page, 'en')
  await max.value.fill('100')
  await max.value.press('Enter')
  await expect(page.getByRole('region', { name: 'Changes', exact: true }).getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Last saved on .* by Robin Own/)).toBeVisible()
  await expect(max.value).toBeFocused()
  await expect(max.value).toHaveValue('100')
})

test('leads to all tokens that would newly violate, and back to what was typed', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, at) => ({ name: `many-${String(at).padStart(2, '0')}`, expires_at: daysAgo(-170) }))
  await signIn(page, await makeOwner({ tokens: many }), 'en', { at: SETTINGS })
  const { max, impact } = formOf(page, 'en')
  await max.value.fill('100')
  await impact.getByRole('link', { name: 'Show all 60' }).click()
  await expect(page).toHaveURL(`${SETTINGS}/preview?idle=90d&max=100d`)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(51)
  await expectAccessible(page, 'tokens that would newly violate')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(11)
  await page.getByRole('link', { name: 'Back to the settings' }).click()
  await expect(max.value).toHaveValue('100')
  await expect(impact).toContainText('+60')
})

test('keeps what was typed where it is refused, and says what is wrong with each', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { idle, max, save } = formOf(page, 'en')
  await idle.value.fill('1828')
  await max.value.fill('')
  await save.click()
  await expect(idle.value).toBeFocused()
  await expect(page.getByText('The longest limit is 1,827 days.')).toBeVisible()
  await expect(max.value).toHaveAttribute('aria-invalid', 'true')
  await expect(idle.value).toHaveValue('1828')
  await expectAccessible(page, 'settings with errors')
  await max.status.uncheck()
  await expect(max.value).not.toHaveAttribute('aria-invalid')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(idle.value).toHaveValue('90')
  await expect(max.status).toBeChecked()
  expect(await policyOf(owner)).toMatchObject({ version: 1 })
})

test('shows who saved other values meanwhile, and overwrites them only when told to', async ({ page }) => {
  const owner = await makeOwner()
  const elsewhere = (days: number) => ask(`UPDATE token_policy SET max_ttl_value = $2, version = version + 1, updated_by = $3, updated_at = now() WHERE org_id = $1`, [owner.orgId, days, owner.userId])
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max, save } = formOf(page, 'en')
  await max.value.fill('60')
  await elsewhere(200)
  await save.click()
  const conflict = page.getByRole('alert').filter({ hasText: 'Robin Own saved other values' })
  await expect(conflict.getByRole('row', { name: /Max Token TTL/ })).toContainText('200 days')
  await expect(max.value).toHaveValue('60')
  await expectAccessible(page, 'settings that somebody saved meanwhile')
  await conflict.getByRole('button', { name: 'Use the saved values' }).click()
  await expect(max.value).toHaveValue('200')
  await expect(conflict).toHaveCount(0)

  await max.value.fill('70')
  await elsewhere(210)
  await save.click()
  await conflict.getByRole('button', { name: 'Save mine instead' }).click()
  await expect.poll(() => policyOf(owner)).toMatchObject({ max_ttl_value: 70, version: 4 })
  await expect(conflict).toHaveCount(0)
})

test('what was counted stays readable while it is counted anew', async ({ page }) => {
  await signIn(page, await makeOwner(), 'en', { at: SETTINGS })
  const { max, impact } = formOf(page, 'en')
  await max.value.fill('100')
  await expect(impact).toContainText('+2')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(`**${SETTINGS}`, async (route) => {
    await held
    await route.continue()
  })
  await max.value.fill('5')
  await expect(impact.getByRole('status')).toHaveText('Counting…')
  await expect(impact).toContainText('+2')
  await expectAccessible(page, 'settings that are counted anew')
  answer()
  await expect(impact).toContainText('+3')
})

test('asks for the password where the sign-in was long ago, then saves', async ({ page }) => {
  const owner = await makeOwner({ role: 'org_admin' })
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max, save } = formOf(page, 'en')
  await longAgo(owner)
  await max.value.fill('60')
  await save.click()
  await page.getByRole('dialog').getByLabel('Password').fill(owner.password)
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await expect.poll(() => policyOf(owner)).toMatchObject({ max_ttl_value: 60, version: 2 })
})

test('binds whoever generates from then on: neither 60 days nor never can be chosen', async ({ page }) => {
  const owner = await makeOwner()
  await signIn(page, owner, 'en', { at: SETTINGS })
  const { max, save } = formOf(page, 'en')
  await max.value.fill('30')
  await save.click()
  await expect.poll(() => policyOf(owner)).toMatchObject({ max_ttl_value: 30 })
  await page.goto('/my-account/api-tokens/generate')
  await expect(page.getByText(`${owner.organization} limits tokens to 30 days`)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Never expires' })).toBeDisabled()
  await expect(page.getByRole('combobox', { name: 'Token TTL: Unit' }).locator('option')).toHaveText(['minutes', 'hours', 'days', 'months'])
  await page.getByRole('textbox', { name: 'Token TTL: Value' }).fill('60')
  await page.getByRole('combobox', { name: 'Token TTL: Unit' }).selectOption('days')
  await expect(page.getByText('Choose 30 days or less.')).toBeVisible()
})

test('is not found by a member, and leads to Get Started before governance is activated', async ({ page, browser }) => {
  await signIn(page, await makeOwner({ role: 'support_user' }), 'en')
  expect((await page.goto(SETTINGS))?.status()).toBe(404)
  expect((await page.goto(`${SETTINGS}/preview?max=1d`))?.status()).toBe(404)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, await makeOwner({ activated: false }), 'en', { at: SETTINGS })
  await expect(other).toHaveURL(GOVERNANCE)
  await expect(other.getByRole('button', { name: 'Get Started' })).toBeVisible()
  await other.context().close()
})
