import { expect, test, type Browser, type Page } from '@playwright/test'
import { LIST, signIn, signInByForm } from './console'
import { labelsIn, languages, type Language } from './labels'
import { makeOwnPerson } from './own-person'
import { ask } from './product'
import type { DemoUser } from './state'

const SECURITY = '/my-account/security'
const NEW_PASSWORD = 'quiet lamp under seven stairs'

/** The same person once more, in a browser of their own. */
async function signInElsewhere(browser: Browser, person: DemoUser, language: Language): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person, language)
  return page
}

async function expectSignedOut(page: Page, language: Language): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: labelsIn(language).profile, exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
}

const endings = (userId: string) =>
  ask<{ reason: string | null }>(`SELECT ended_reason AS reason FROM session WHERE user_id = $1 ORDER BY created_at`, [userId]).then((rows) => rows.map(({ reason }) => reason))

const recorded = (orgId: string) =>
  ask<{ type: string; result: string; details: unknown }>(
    `SELECT type, result, details FROM audit_event WHERE org_id = $1 AND type NOT IN ('csp__user_login', 'csp__user_login_failed') ORDER BY at, id`,
    [orgId],
  )

for (const language of languages) {
  const labels = labelsIn(language)

  test(`ends one session, then all others, in ${language}`, async ({ page, browser }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    const elsewhere = await signInElsewhere(browser, person, language)
    await page.goto(SECURITY)
    const list = page.getByRole('list', { name: labels.sessions })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(list.getByRole('listitem').first()).toContainText(labels.thisSession)
    await list.getByRole('button', { name: labels.endSession }).click()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(page.getByRole('heading', { name: labels.sessions })).toBeFocused()
    await expectSignedOut(elsewhere, language)

    const others = [await signInElsewhere(browser, person, language), await signInElsewhere(browser, person, language)]
    await page.reload()
    await page.getByRole('button', { name: labels.endOthers, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: labels.endOthersConfirm, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(list.getByRole('listitem')).toHaveCount(1)
    for (const other of others) await expectSignedOut(other, language)
    expect(await endings(person.userId)).toEqual([null, 'ended_by_user', 'ended_by_user', 'ended_by_user'])
    expect(await recorded(person.orgId)).toMatchObject([
      { type: 'csp__end_session', details: { sessions: 1 } },
      { type: 'csp__end_session', details: { sessions: 2 } },
    ])
    for (const other of [elsewhere, ...others]) await other.context().close()
  })

  test(`changes the password in ${language}, and every other session is over`, async ({ page, browser }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    const elsewhere = await signInElsewhere(browser, person, language)
    await page.goto(SECURITY)
    const [current, next] = [page.getByLabel(labels.currentPassword, { exact: true }), page.getByLabel(labels.newPassword, { exact: true })]
    const submit = page.getByRole('button', { name: labels.changePassword, exact: true })

    await current.fill('not my password at all')
    await next.fill('password1234')
    await submit.click()
    await expect(next).toBeFocused()
    await expect(next).toHaveAttribute('aria-invalid', 'true')
    await next.fill(NEW_PASSWORD)
    await submit.click()
    await expect(current).toBeFocused()
    await expect(current).toHaveAttribute('aria-invalid', 'true')
    await expect(next).toHaveValue(NEW_PASSWORD)
    await current.fill(person.password)
    await submit.click()
    await expect(page.getByRole('main').getByText(labels.passwordChanged, { exact: true })).toBeVisible()
    await expect(current).toHaveValue('')

    await expectSignedOut(elsewhere, language)
    expect(await endings(person.userId)).toEqual([null, 'password_change'])
    expect(await recorded(person.orgId)).toMatchObject([
      { type: 'csp__change_password', result: 'failure' },
      { type: 'csp__change_password', result: 'success', details: { endedSessions: 1 } },
    ])
    await elsewhere.goto('/sign-in')
    await elsewhere.getByLabel(labels.email, { exact: true }).fill(person.email)
    await elsewhere.getByLabel(labels.password, { exact: true }).fill(person.password)
    await elsewhere.getByRole('button', { name: labels.signIn, exact: true }).click()
    await expect(elsewhere.getByRole('main').getByRole('alert')).toBeVisible()
    await signInByForm(elsewhere, { ...person, password: NEW_PASSWORD }, language)
    await expect(elsewhere).toHaveURL(LIST)
    await elsewhere.context().close()
  })
}

test('leaving the question ends nothing', async ({ page, browser }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en')
  const elsewhere = await signInElsewhere(browser, person, 'en')
  await page.goto(SECURITY)
  await page.getByRole('button', { name: 'End 1 other session…', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await endings(person.userId)).toEqual([null, null])
  await elsewhere.context().close()
})

test('a session of somebody else is not found', async ({ page, browser }) => {
  const [person, stranger] = [await makeOwnPerson([]), await makeOwnPerson([])]
  const elsewhere = [await signInElsewhere(browser, stranger, 'en'), await signInElsewhere(browser, person, 'en')]
  await signIn(page, person, 'en', { at: SECURITY })
  const [foreign] = await ask<{ id: string }>(`SELECT id FROM session WHERE user_id = $1`, [stranger.userId])
  await page.locator('input[name=sessionId]').evaluate((field: HTMLInputElement, id) => (field.value = id), foreign?.id ?? '')
  await page.getByRole('button', { name: /^End: / }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  expect(await endings(stranger.userId)).toEqual([null])
  for (const other of elsewhere) await other.context().close()
})

test('a password can be looked at while it is typed', async ({ page }) => {
  await signIn(page, await makeOwnPerson([]), 'en', { at: SECURITY })
  const field = page.getByLabel('New password', { exact: true })
  await field.fill('to be seen')
  await page.getByRole('button', { name: 'Show: New password' }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide: New password' }).click()
  await expect(field).toHaveAttribute('type', 'password')
})

test('ending sessions works before JavaScript', async ({ browser }) => {
  const person = await makeOwnPerson([])
  const elsewhere = await signInElsewhere(browser, person, 'en')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, person, 'en', { at: SECURITY })
  const list = page.getByRole('list', { name: 'Sessions' })
  await list.getByRole('button', { name: 'End:' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expectSignedOut(elsewhere, 'en')
  await elsewhere.context().close()
  await context.close()
})
