import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { LIST, signIn } from './console'
import { languages, labelsIn, type Language } from './labels'
import { makeOwnPerson, recordedIn, storedOf } from './own-person'
import { exchange } from './product'

test.use({ javaScriptEnabled: false })

const FORM = `${LIST}/generate`

async function openForm(page: Page, language: Language) {
  const person = await makeOwnPerson([])
  await signIn(page, person, language, { at: FORM })
  return person
}

for (const language of languages) {
  const labels = labelsIn(language)

  test(`Generate works as a form, in ${language}`, async ({ page }) => {
    const person = await openForm(page, language)
    await page.getByLabel(labels.tokenName, { exact: true }).fill('emoji 🚀')
    await page.locator('input[name=description]').fill('kept')
    await page.locator('[name=ttlValue]').fill('1,5')
    await page.locator('[name=ttlUnit]').selectOption('days')
    await page.locator('[name=reminderDays]').selectOption('3')
    await page.getByRole('checkbox', { name: labels.member, exact: true }).check()
    await page.getByRole('checkbox', { name: 'Open ID' }).check()
    await page.getByRole('button', { name: labels.generate, exact: true }).click()

    // Refused: each complaint beside its field, everything else as it was.
    for (const name of ['name', 'ttlValue']) await expect(page.locator(`[name=${name}]`)).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel(labels.tokenName, { exact: true })).toHaveValue('emoji 🚀')
    await expect(page.locator('input[name=description]')).toHaveValue('kept')
    await expect(page.locator('[name=ttlValue]')).toHaveValue('1,5')
    await expect(page.locator('[name=ttlUnit]')).toHaveValue('days')
    await expect(page.locator('[name=reminderDays]')).toHaveValue('3')
    await expect(page.getByRole('checkbox', { name: labels.member, exact: true })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Open ID' })).toBeChecked()
    expect(await storedOf(person)).toEqual([])

    await page.getByLabel(labels.tokenName, { exact: true }).fill('posted')
    await page.locator('[name=ttlValue]').fill('10')
    await page.getByRole('button', { name: labels.generate, exact: true }).click()
    const output = page.locator('output')
    await expect(output).toHaveText(/^tw_\w{22}_\w{49}$/)
    const apiToken = await output.innerText()
    await expect(page.getByText('read -rs TOKENWARD_TOKEN')).toBeVisible()
    expect((await exchange(apiToken)).body).toMatchObject({ id_token: expect.any(String) })
    expect(await storedOf(person)).toMatchObject([{ name: 'posted', description: 'kept', days: 3 }])

    // The same form once more.
    await page.reload()
    await expect(page.locator('output')).toHaveCount(0)
    expect(await page.content()).not.toContain(apiToken)
    await expect(page.getByLabel(labels.tokenName, { exact: true })).toHaveValue('posted')
    expect(await storedOf(person)).toHaveLength(1)
    expect((await recordedIn(person)).filter((type) => type === 'csp__generate_api_token')).toHaveLength(1)
  })
}

test('the secret’s answer says that it is shown once, and a second submit that it was', async ({ page }) => {
  await openForm(page, 'en')
  await page.locator('[name=name]').fill('once')
  await page.getByRole('radio', { name: 'All Roles' }).check()
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Token Generated' })).toBeVisible()
  await expect(page.getByText('Copy it now: it is shown only once.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('This token has already been generated, and its secret can’t be shown again.')).toBeVisible()
  await page.goto(LIST)
  await expect(page.getByRole('row').filter({ hasText: 'once' })).toHaveCount(1)
})

test('without a role, and with a reminder that comes too late, both are said', async ({ page }) => {
  const person = await openForm(page, 'en')
  await page.locator('[name=name]').fill('x')
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await expect(page.getByText('Choose at least one role, or All Roles.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Developer', exact: true }).check()
  await page.locator('[name=ttlUnit]').selectOption('hours')
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await expect(page.getByText('The token expires before this reminder would be sent.')).toBeVisible()
  await expect(page.locator('[name=reminderDays]')).toHaveValue('0')
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await expect(page.locator('output')).toBeVisible()
  expect(await storedOf(person)).toMatchObject([{ name: 'x', days: null }])
})

test('a form posted after its session ended leads to sign-in and makes nothing', async ({ page }) => {
  const person = await openForm(page, 'en')
  await page.locator('[name=name]').fill('stale')
  await page.getByRole('checkbox', { name: 'Developer', exact: true }).check()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(FORM)}`)
  await expect(page.locator('[name=password]')).toBeVisible()
  expect(await storedOf(person)).toEqual([])
})

test.describe('with JavaScript after all', () => {
  test.use({ javaScriptEnabled: true })

  test('axe finds nothing on the answer that a posted form gets', async ({ page, browser }) => {
    const person = await makeOwnPerson([])
    const bare = await browser.newContext({ javaScriptEnabled: false })
    const form = await bare.newPage()
    await signIn(form, person, 'en', { at: FORM })
    await form.locator('[name=name]').fill('seen')
    await form.getByRole('checkbox', { name: 'Developer', exact: true }).check()
    const [answer] = await Promise.all([form.waitForResponse((each) => each.request().method() === 'POST'), form.getByRole('button', { name: 'Generate', exact: true }).click()])
    const html = await answer.text()
    expect(html).toContain('tw_')
    // axe needs JavaScript, and so gets the answer in a page that runs it.
    await page.context().addCookies(await bare.cookies())
    await page.route(`**${FORM}`, (route) => (route.request().resourceType() === 'document' ? route.fulfill({ body: html, contentType: 'text/html' }) : route.continue()))
    await page.goto(FORM)
    await expect(page.getByRole('heading', { name: 'Token Generated' })).toBeVisible()
    await expectAccessible(page, 'the answer')
    await bare.close()
  })
})
