import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { LIST, rowOf, signIn } from './console'
import { languages, labelsIn } from './labels'
import { makeOwnPerson, oneOfEach, recordedIn, storedOf } from './own-person'
import { wordsIn } from './own-token-words'
import { ask } from './product'

/** The names that the table shows, in order of the alphabet. */
const namesOf = async (page: Page) => (await page.getByRole('rowheader').locator('[title]:first-child').allInnerTexts()).toSorted()

/** The rows of one token: its own, and the note under it. */
const bodyOf = (page: Page, name: string) => page.locator('tbody').filter({ has: page.getByRole('rowheader').filter({ has: page.getByText(name, { exact: true }) }) })

for (const language of languages) {
  const words = wordsIn(language)
  const { actionsFor } = labelsIn(language)

  test(`each state of a token says what, since when and what to do, in ${language}`, async ({ page }) => {
    await signIn(page, await makeOwnPerson(oneOfEach()), language)
    const says = async (name: string, ...texts: string[]) => {
      for (const text of texts) await expect(bodyOf(page, name)).toContainText(text)
    }
    await says('switched-off', words.deactivated, 'Seen in a build log.')
    await says('ended', words.expired)
    await expect(bodyOf(page, 'ended').getByRole('button', { name: words.regenerate, exact: true })).toBeVisible()
    await says('ended-and-off', words.deactivated, words.expired)
    await expect(bodyOf(page, 'ended-and-off').getByRole('button', { name: words.regenerate })).toHaveCount(0)
    await says('too-long', words.maxNote)
    await expect(bodyOf(page, 'too-long').getByRole('button', { name: words.shorter })).toBeVisible()
    await says('too-idle', words.twoViolations, words.maxNote, words.idleNote)
    await says('half-lost', words.noLongerCounts)
    await says('all-lost', words.noLongerCounts, words.powerlessNote)
    await expect(bodyOf(page, 'good-one').getByRole('row')).toHaveCount(1)
    await expect(bodyOf(page, 'gone').getByRole('button')).toHaveCount(0)
    await page.getByRole('button', { name: `${actionsFor} switched-off`, exact: true }).click()
    await expect(page.getByRole('menu')).toContainText(words.notWhileOff)
    await expect(page.getByRole('menuitem', { name: words.regenerate })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByText(words.help).click()
    await expectAccessible(page, 'list with a token in each state, help open')
  })

  test(`views and search narrow the list, and the address says so, in ${language}`, async ({ page }) => {
    await signIn(page, await makeOwnPerson(oneOfEach()), language)
    const views = page.getByRole('navigation', { name: words.show, exact: true })
    const goTo = async (view: string, count: number) => {
      await views.getByRole('link', { name: `${view} ${count}`, exact: true }).click()
      await expect(views.locator('[aria-current=page]')).toHaveText(new RegExp(`^${view}`))
    }
    await expect(views.locator('[aria-current=page]')).toHaveText(new RegExp(`^${words.all}`))
    await goTo(words.working, 5)
    await goTo(words.notWorking, 5)
    await expect.poll(() => namesOf(page)).toEqual(['all-lost', 'ended', 'ended-and-off', 'gone', 'switched-off'])
    await goTo(words.violations, 2)
    await expect.poll(() => namesOf(page)).toEqual(['too-idle', 'too-long'])
    await page.getByRole('search').getByRole('searchbox').fill('LONG')
    await page.getByRole('search').getByRole('button', { name: words.search, exact: true }).click()
    await expect(page).toHaveURL(/\?show=violations&q=LONG$|\?q=LONG&show=violations$/)
    await expect.poll(() => namesOf(page)).toEqual(['too-long'])
    await page.getByRole('searchbox').fill('%')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: words.noMatch })).toBeVisible()
    await expectAccessible(page, 'filtered empty')
    await page.getByRole('link', { name: words.clearAll }).click()
    await expect(page).toHaveURL(new RegExp(`${LIST}$`))
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect.poll(() => namesOf(page)).toHaveLength(10)
  })

  test(`a token is edited without a new secret, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([{ name: 'before', description: 'Old words', reminder_days: 7 }])
    await signIn(page, person, language)
    await page.getByRole('button', { name: `${actionsFor} before`, exact: true }).click()
    await page.getByRole('menuitem', { name: words.edit }).click()
    const dialog = page.getByRole('dialog')
    const name = dialog.getByLabel(words.tokenName, { exact: true })
    await name.fill('bell 🔔')
    await dialog.getByLabel(words.description).fill('New words')
    await dialog.getByRole('button', { name: words.save, exact: true }).click()
    await expect(name).toBeFocused()
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveValue('bell 🔔')
    await expectAccessible(page, 'edit, refused')
    await name.fill('after')
    await dialog.getByLabel(words.reminder).selectOption('30')
    await dialog.getByRole('button', { name: words.save, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(rowOf(page, 'after')).toContainText('New words')
    expect(await storedOf(person)).toEqual([{ name: 'after', revoked: false, description: 'New words', days: 30 }])
    expect(await recordedIn(person)).toEqual(['csp__edit_api_token'])
  })

  test(`several tokens are revoked at once, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson(['alpha', 'beta', 'gamma'].map((name) => ({ name })))
    await signIn(page, person, language)
    const box = (name: string) => rowOf(page, name).getByRole('checkbox')
    await expect(box('alpha')).toHaveAccessibleName(new RegExp(`${words.select}.*alpha|alpha.*${words.select}`))
    await box('alpha').check()
    await box('gamma').check()
    await expect(page.getByText(words.twoSelected)).toBeVisible()
    await expectAccessible(page, 'list with a selection')
    await page.getByRole('button', { name: words.revoke }).click()
    const dialog = page.getByRole('dialog')
    for (const name of ['alpha', 'gamma']) await expect(dialog.getByText(name, { exact: true })).toBeVisible()
    await expectAccessible(page, 'revoke several')
    await dialog.getByRole('button', { name: words.revokeTwo, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('#own-api-tokens')).toBeFocused()
    await expect(page.getByText(words.twoSelected)).toHaveCount(0)
    expect((await storedOf(person)).filter(({ revoked }) => revoked).map(({ name }) => name)).toEqual(['alpha', 'gamma'])
    expect(await recordedIn(person)).toEqual(['csp__revoke_api_token', 'csp__revoke_api_token'])
  })

  test(`all tokens are revoked after typing it and a fresh sign-in, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([{ name: 'first' }, { name: 'second' }, { name: 'third' }])
    await signIn(page, person, language)
    await ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.userId])
    await page.getByRole('button', { name: words.revokeAll }).click()
    const field = page.getByRole('dialog').getByRole('textbox')
    await field.fill('something else')
    await page.keyboard.press('Enter')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible(page, 'revoke all, mistyped')
    await field.fill(words.phrase.toUpperCase())
    await page.keyboard.press('Enter')
    const password = page.getByRole('dialog').getByLabel(words.password, { exact: true })
    const confirm = page.getByRole('button', { name: words.confirm, exact: true })
    await password.fill('not the password')
    await confirm.click()
    await expect(password).toHaveAttribute('aria-invalid', 'true')
    expect((await storedOf(person)).some(({ revoked }) => revoked)).toBe(false)
    await expectAccessible(page, 'sign in again, refused')
    await password.fill(person.password)
    await confirm.click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('#own-api-tokens')).toBeFocused()
    await expect(page.getByRole('button', { name: words.revokeAll })).toHaveCount(0)
    expect((await storedOf(person)).every(({ revoked }) => revoked)).toBe(true)
    expect((await recordedIn(person)).toSorted()).toEqual(['csp__revoke_all_api_tokens', ...Array<string>(3).fill('csp__revoke_api_token')])
  })
}
