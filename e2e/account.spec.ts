import { expect, test, type Page } from '@playwright/test'
import { LIST, signIn } from './console'
import { labelsIn, languages, type Language } from './labels'
import { makeOwnPerson } from './own-person'
import { ask, userWith } from './product'

const ACCOUNT = '/my-account'
const [PROFILE, PREFERENCES, ROLES] = [`${ACCOUNT}/profile`, `${ACCOUNT}/preferences`, `${ACCOUNT}/roles`]

/** Which language comes next, so that each is chosen once. */
const NEXT: Record<Language, Language> = { en: 'de', de: 'it', it: 'en' }
const NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', it: 'Italiano' }

/** Goes to a page of My Account as a person does, by the side navigation. */
async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

const accountOf = async (userId: string) => {
  const [row] = await ask<Record<string, unknown>>(
    `SELECT locale, theme, time_zone, security_notices, first_name, last_name FROM user_account WHERE id = $1`,
    [userId],
  )
  return row
}

const recorded = (orgId: string, type: string) => ask<{ result: string; details: unknown }>(`SELECT result, details FROM audit_event WHERE org_id = $1 AND type = $2 ORDER BY at`, [orgId, type])

for (const language of languages) {
  const labels = labelsIn(language)

  test(`preferences take effect at once, in ${language} and the language chosen`, async ({ page }) => {
    const next = NEXT[language]
    const then = labelsIn(next)
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    await open(page, labels.preferences)
    // Nothing was ever chosen: the browser's zone is suggested.
    await expect(page.getByLabel(labels.timeZone, { exact: true })).toHaveValue('Europe/Berlin')
    await page.getByRole('radio', { name: NAMES[next], exact: true }).check()
    await page.getByRole('radio', { name: labels.dark, exact: true }).check()
    await page.getByLabel(labels.timeZone, { exact: true }).selectOption('Asia/Kathmandu')
    await page.getByRole('checkbox', { name: labels.noticeMe }).uncheck()
    await page.getByRole('button', { name: labels.save, exact: true }).click()

    await expect(page.getByRole('heading', { level: 1, name: then.preferences, exact: true })).toBeVisible()
    // First: it goes by itself.
    await expect(page.getByRole('status').filter({ hasText: then.saved })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', next)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.getByRole('main').getByText(then.saved, { exact: true })).toBeVisible()
    await expect(page.getByRole('banner').getByRole('button', { name: NAMES[next] })).toBeVisible()
    expect(await accountOf(person.userId)).toMatchObject({ locale: next, theme: 'dark', time_zone: 'Asia/Kathmandu', security_notices: false })
    expect(await recorded(person.orgId, 'csp__update_profile')).toMatchObject([{ result: 'success', details: { securityNotices: false } }])

    // The menus in the header and this page agree.
    await page.getByRole('banner').getByRole('button', { name: NAMES[next] }).click()
    await page.getByRole('menuitem', { name: NAMES[language], exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: labels.preferences, exact: true })).toBeVisible()
    await expect(page.getByRole('radio', { name: NAMES[language], exact: true })).toBeChecked()
    await expect(page.getByRole('radio', { name: labels.dark, exact: true })).toBeChecked()
    await expect(page.getByLabel(labels.timeZone, { exact: true })).toHaveValue('Asia/Kathmandu')
    await expect(page.getByRole('checkbox', { name: labels.noticeMe })).not.toBeChecked()
  })

  test(`a name is changed in ${language}, and refused beside its field`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    await open(page, labels.profile)
    const [first, last] = [page.getByLabel(labels.firstName, { exact: true }), page.getByLabel(labels.lastName, { exact: true })]
    const save = page.getByRole('button', { name: labels.save, exact: true })
    await first.fill('x'.repeat(65))
    await last.fill('  Núñez ')
    await save.click()
    await expect(first).toBeFocused()
    await expect(first).toHaveAttribute('aria-invalid', 'true')
    await expect(first).toHaveAccessibleDescription(/64/)
    await expect(first).toHaveValue('x'.repeat(65))
    expect(await accountOf(person.userId)).toMatchObject({ first_name: 'Robin', last_name: 'Own' })

    await first.fill('Žofia')
    await expect(first).not.toHaveAttribute('aria-invalid')
    await save.click()
    await expect(page.getByRole('main').getByText(labels.saved, { exact: true })).toBeVisible()
    await expect(page.getByRole('banner').getByText('Žofia Núñez')).toBeVisible()
    expect(await accountOf(person.userId)).toMatchObject({ first_name: 'Žofia', last_name: 'Núñez' })
    expect(await recorded(person.orgId, 'csp__update_profile')).toMatchObject([{ details: { name: 'Žofia Núñez', earlierName: 'Robin Own' } }])
  })
}

test('what an answer says does not hold for a field that was changed while it was awaited', async ({ page }) => {
  const labels = labelsIn('en')
  await signIn(page, await makeOwnPerson([]), 'en', { at: PROFILE })
  const first = page.getByLabel(labels.firstName, { exact: true })
  const save = page.getByRole('button', { name: labels.save, exact: true })
  const saved = page.getByRole('main').getByText(labels.saved, { exact: true })
  let letGo = (): void => undefined
  await page.route(`**${PROFILE}`, async (route) => {
    if (route.request().method() === 'POST') await new Promise<void>((resolve) => (letGo = resolve))
    await route.continue()
  })
  const saveAndMeanwhileType = async (sent: string, then: string) => {
    await first.fill(sent)
    const sending = page.waitForRequest((request) => request.method() === 'POST')
    await save.click()
    await sending
    await first.fill(then)
    letGo()
    await expect(save).not.toHaveAttribute('aria-busy')
  }
  await saveAndMeanwhileType('x'.repeat(65), 'Eva')
  await expect(first).not.toHaveAttribute('aria-invalid')

  await saveAndMeanwhileType('Ada', 'Eva')
  await expect(page.getByRole('status').filter({ hasText: labels.saved })).toBeVisible()
  await expect(saved).toHaveCount(0)
  await saveAndMeanwhileType('Eva', 'Eva')
  await expect(saved).toHaveCount(0)
})

test('an address that is not theirs to change is sent in vain', async ({ page }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en', { at: PROFILE })
  const email = page.getByLabel(labelsIn('en').email, { exact: true })
  await expect(email).toHaveAttribute('readonly', '')
  await email.evaluate((field: HTMLInputElement) => {
    field.name = 'email'
    field.value = 'somebody.else@example.com'
  })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  expect(await ask(`SELECT email FROM user_account WHERE id = $1`, [person.userId])).toEqual([{ email: person.email }])
})

test('preferences and profile work before JavaScript, refused and not', async ({ browser }) => {
  const labels = labelsIn('en')
  const person = await makeOwnPerson([])
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, person, 'en', { at: PREFERENCES })
  await page.getByRole('radio', { name: 'Italiano', exact: true }).check()
  await page.getByLabel(labels.timeZone, { exact: true }).selectOption('America/Nuuk')
  await page.getByRole('button', { name: labels.save, exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  await expect(page.getByRole('main').getByText(labelsIn('it').saved, { exact: true })).toBeVisible()
  await expect(page.getByLabel(labelsIn('it').timeZone, { exact: true })).toHaveValue('America/Nuuk')
  expect(await accountOf(person.userId)).toMatchObject({ locale: 'it', time_zone: 'America/Nuuk', security_notices: true })

  await page.goto(PROFILE)
  await page.getByLabel(labelsIn('it').firstName, { exact: true }).fill('')
  await page.getByLabel(labelsIn('it').lastName, { exact: true }).fill('Kept')
  await page.getByRole('button', { name: labelsIn('it').save, exact: true }).click()
  await expect(page.getByLabel(labelsIn('it').firstName, { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel(labelsIn('it').lastName, { exact: true })).toHaveValue('Kept')
  await context.close()
})

test('My Roles tells what is held, where, and leads to the other organization', async ({ page }) => {
  const labels = labelsIn('en')
  const tom = userWith('org_member', 2)
  expect(tom.name).toMatch(/^Tom /)
  await signIn(page, tom, 'en', { at: ROLES })
  const shown = page.getByRole('banner').getByRole('button', { name: /^Organization:/ })
  const before = (await shown.innerText()).includes('Sample Works') ? 'Sample Works' : 'Example Labs'
  const after = before === 'Sample Works' ? 'Example Labs' : 'Sample Works'
  await expect(page.getByRole('list', { name: labels.organizationRoles }).getByText(labels.member, { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: labels.serviceRoles, exact: true }).getByText(/^external\/[a-z-]+\/[a-z]+$/).first()).toBeVisible()
  await page.getByRole('button', { name: `Switch to ${after}`, exact: true }).click()
  await expect(page).toHaveURL(LIST)
  await expect(shown).toContainText(after)
})
