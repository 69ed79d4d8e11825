import { expect, test, type Page } from '@playwright/test'
import { generate, LIST, readSecret, signIn, signInByForm, switchOrganization } from './console'
import { labelsIn } from './labels'
import { userWith } from './product'

const labels = labelsIn('en')
const FORM = `${LIST}/generate`
const NOT_KEPT = 'You haven’t kept the token.'

const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** Goes through the history, and waits until that has been refused, or taken back: what is shown is the same before and after. */
async function goInVain(page: Page, steps: number): Promise<void> {
  await page.evaluate((by) => {
    type Navigation = EventTarget & { currentEntry: { key: string } }
    const { navigation } = window as unknown as { navigation: Navigation }
    const home = navigation.currentEntry.key
    delete document.documentElement.dataset['stayed']
    const stayed = () => (document.documentElement.dataset['stayed'] = String(by))
    navigation.addEventListener('navigateerror', stayed, { once: true })
    navigation.addEventListener('currententrychange', (event) => {
      if ((event as Event & { navigationType: string }).navigationType === 'traverse' && navigation.currentEntry.key === home) stayed()
    })
    window.history.go(by)
  }, steps)
  await expect(page.locator('html'), `${steps}`).toHaveAttribute('data-stayed', String(steps))
}

async function openForm(page: Page): Promise<void> {
  await signIn(page, userWith('org_owner'), 'en', { at: FORM })
  await expect(page.getByRole('heading', { level: 1, name: labels.generateNew })).toBeVisible()
}

test.describe('a browser that allows copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a copied token counts as kept until the command takes its place', async ({ page }) => {
    await signIn(page, userWith('org_owner'), 'en')
    await generate(page, `overwritten ${Date.now()}`, 'en')
    const dialog = page.getByRole('dialog')
    await press(page, 'Copy token')
    await expect(dialog.getByText(/^Copied\. /)).toBeVisible()
    await press(page, 'Copy command')
    await expect(dialog.getByText('Command copied.')).toBeVisible()
    await expect(dialog.getByText(/^Copied\. /)).toHaveCount(0)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^read -rs TOKENWARD_TOKEN &&\ncurl /)

    await press(page, labels.done)
    await expect(dialog.getByText(NOT_KEPT)).toBeVisible()
    await press(page, 'Go back')
    await expect(dialog.getByRole('button', { name: 'Copy token' })).toBeFocused()

    await press(page, 'Copy token')
    await press(page, labels.done)
    await expect(dialog).toHaveCount(0)
    await expect(page).toHaveURL(LIST)
  })

  test('Back with the token kept closes the dialog', async ({ page }) => {
    await signIn(page, userWith('org_owner'), 'en')
    await generate(page, `kept then Back ${Date.now()}`, 'en')
    await expect(page).toHaveURL(LIST)
    await press(page, 'Copy token')
    await expect(page.getByText(/^Copied\. /)).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page).toHaveURL(LIST)
    await page.goBack()
    await expect(page).toHaveURL(FORM)
    await expect(page.getByLabel(labels.tokenName, { exact: true })).toHaveValue('')
  })
})

test('Back with the token unkept asks, and keeps it', async ({ page }) => {
  await signInByForm(page, userWith('org_owner'), 'en')
  await generate(page, `back ${Date.now()}`, 'en')
  const apiToken = await readSecret(page, 'en')
  const dialog = page.getByRole('dialog')
  await expect(page).toHaveURL(LIST)
  // One step, and as far as the page before the console: the browser's menu of past pages offers both.
  for (const steps of [-1, -1, -3]) {
    await goInVain(page, steps)
    await expect(dialog.getByText(NOT_KEPT), `${steps}`).toBeVisible()
    await expect(page).toHaveURL(LIST)
  }
  expect((await dialog.innerText()).replaceAll(/\s/g, '')).toContain(apiToken)
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(apiToken.slice(26))

  await press(page, labels.closeAnyway)
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(LIST)
  await expect(page.getByRole('heading', { name: /^Your API tokens in / })).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(FORM)
  await expect(page.getByRole('heading', { level: 1, name: labels.generateNew })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(LIST)
})

test('a print does not count as keeping: it may have been cancelled', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await signIn(page, userWith('org_owner'), 'en')
  await generate(page, `printed ${Date.now()}`, 'en')
  await press(page, 'Print')
  await expect(page.getByText(/^If it did not print, /)).toBeVisible()
  await press(page, labels.done)
  await expect(page.getByText(NOT_KEPT)).toBeVisible()
})

test('a length that is no whole number is said to be none, and the reminder stays', async ({ page }) => {
  await openForm(page)
  const length = page.getByLabel(`${labels.tokenTtl}: Value`)
  for (const typed of ['1,5', '0x10', 'abc']) {
    await length.fill(typed)
    await length.blur()
    await expect(page.locator('#ttl-error'), typed).toHaveText('Use a whole number.')
    await expect(page.getByLabel('Remind me by e-mail')).toHaveValue('7')
  }
  await length.fill('')
  await expect(page.locator('#ttl-error')).toHaveText('Say how long the token lives.')
})

test('a reminder that would come too late says why it cannot be had', async ({ page }) => {
  await openForm(page)
  await page.getByRole('radio', { name: '7 days' }).check()
  await expect(page.getByLabel('Remind me by e-mail')).toHaveValue('3')
  await expect(page.getByLabel('Remind me by e-mail').locator('option:disabled')).toHaveText([
    '7 days before it expires – the token expires sooner',
    '30 days before it expires – the token expires sooner',
  ])
})

test('a token that never expires is not asked about lengths and reminders', async ({ page }) => {
  const tom = userWith('org_member', 2)
  expect(tom.name).toMatch(/^Tom /)
  await signIn(page, tom, 'en')
  await switchOrganization(page, 'Sample Works')
  await page.goto(FORM)
  await page.getByLabel(`${labels.tokenTtl}: Value`).fill('abc')
  await page.getByRole('radio', { name: 'Never expires' }).check()
  await expect(page.getByLabel(`${labels.tokenTtl}: Value`)).toHaveCount(0)
  await expect(page.getByLabel('Remind me by e-mail')).toHaveCount(0)
  await expect(page.locator('#ttl-error')).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Summary' }).getByText(/reminder/i)).toHaveCount(0)

  await page.getByLabel(labels.tokenName, { exact: true }).fill(`forever ${Date.now()}`)
  await page.getByRole('checkbox', { name: labels.member, exact: true }).check()
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('never expires')
})
