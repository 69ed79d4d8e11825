import { expect, test } from '@playwright/test'
import { chooseLanguage, LIST, signInByForm } from './console'
import { labelsIn, languages } from './labels'
import { makeOwnPerson } from './own-person'
import { ask, userWith } from './product'

for (const language of languages) {
  const labels = labelsIn(language)

  test(`signs in by labels in ${language}`, async ({ page }) => {
    await signInByForm(page, userWith('org_member'), language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('heading', { level: 1, name: labels.apiTokens })).toBeVisible()
  })

  test(`a wrong password is refused in ${language}, and the address is kept`, async ({ page }) => {
    await chooseLanguage(page, language)
    await page.goto('/sign-in')
    await page.getByLabel(labels.email, { exact: true }).fill('nobody@example.com')
    await page.getByLabel(labels.password, { exact: true }).fill('not the password at all')
    await page.getByRole('button', { name: labels.signIn, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible()
    await expect(page.getByLabel(labels.email, { exact: true })).toHaveValue('nobody@example.com')
  })
}

test('an empty sign-in leads to its first field, and a field is no longer wrong once it is changed', async ({ page }) => {
  const labels = labelsIn('en')
  const [email, password] = [page.getByLabel(labels.email, { exact: true }), page.getByLabel(labels.password, { exact: true })]
  const submit = page.getByRole('button', { name: labels.signIn, exact: true })
  await chooseLanguage(page, 'en')
  await page.goto('/sign-in')
  await submit.click()
  await expect(email).toBeFocused()
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.type('nobody@example.com')
  await expect(email).not.toHaveAttribute('aria-invalid')
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await expect(email).toBeFocused()
  await submit.click()
  await expect(password).toBeFocused()
  await expect(email).not.toHaveAttribute('aria-invalid')
})

test('a protected page leads through sign-in and back', async ({ page }) => {
  await page.goto(`${LIST}/generate`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInByForm(page, userWith('org_member'), 'en', { at: page.url() })
  await expect(page).toHaveURL(new RegExp(`${LIST}/generate$`))
})

test('a next that points elsewhere is not followed', async ({ page, baseURL }) => {
  await signInByForm(page, userWith('org_member'), 'en', { at: '/sign-in?next=//example.com/x' })
  expect(new URL(page.url()).origin).toBe(baseURL)
})

test('signing out ends the session row, and the old cookie opens nothing', async ({ page, context, browser }) => {
  const user = await makeOwnPerson([])
  await signInByForm(page, user, 'en')
  const cookies = await context.cookies()
  await page.getByRole('banner').getByRole('button', { name: user.name }).click()
  await page.getByRole('menuitem', { name: labelsIn('en').signOut }).click()
  await expect(page).toHaveURL(/\/sign-in/)

  const [row] = await ask<{ ended_reason: string | null }>(
    `SELECT ended_reason FROM session JOIN user_account u ON u.id = user_id
      WHERE u.email = $1 AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1`,
    [user.email],
  )
  expect(row?.ended_reason).toBe('sign_out')

  const thief = await browser.newContext()
  await thief.addCookies(cookies)
  const stolen = await thief.newPage()
  await stolen.goto(LIST)
  await expect(stolen).toHaveURL(/\/sign-in\?next=/)
  await thief.close()
})

test('signing in and reading the list work before JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInByForm(page, userWith('org_member'), 'en')
  await expect(page).toHaveURL(LIST)
  await expect(page.getByRole('row').filter({ hasText: 'deploy-pipeline' }).first()).toBeVisible()
  await context.close()
})
