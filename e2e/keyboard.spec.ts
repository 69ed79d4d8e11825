import { expect, test, type Locator, type Page } from '@playwright/test'
import { chooseLanguage, LIST, rowOf } from './console'
import { labelsIn } from './labels'
import { makeOwnPerson, recordedIn, storedOf } from './own-person'

const labels = labelsIn('en')

/** Further than any page has stops. */
const MAX_STOPS = 80

/** Presses Tab until the focus is on `target`, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target.toString()}`)
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })

/** Opens the menu of the only token and goes down to the entry that begins with `name`. */
async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await press(page, page.getByRole('button', { name: labels.actionsFor }).first())
  await expect(page.getByRole('menu')).toBeVisible()
  const entry = page.getByRole('menuitem', { name })
  const focused = () => page.locator(':focus').innerText()
  // The focus follows a key a moment later: the next one has to wait for it.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') instanceof HTMLElement)).toBe(true)
  for (let stop = 0; stop < MAX_STOPS && !(await entry.evaluate((element) => element === document.activeElement)); stop += 1) {
    const before = await focused()
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).not.toBe(before)
  }
  await expect(entry).toBeFocused()
  await page.keyboard.press('Enter')
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('from signing in to revoking, without the mouse', async ({ page }) => {
  const person = await makeOwnPerson([])
  await chooseLanguage(page, 'en')
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel(labels.email, { exact: true }))
  await page.keyboard.type(person.email)
  await tabTo(page, page.getByLabel(labels.password, { exact: true }))
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(LIST)

  await press(page, page.getByRole('link', { name: labels.generateNew }).first())
  await expect(page.getByRole('heading', { level: 1, name: labels.generateNew })).toBeVisible()
  await tabTo(page, page.getByLabel(labels.tokenName, { exact: true }))
  await page.keyboard.type('by hand')
  await press(page, page.getByRole('checkbox', { name: labels.member, exact: true }), 'Space')
  await press(page, page.getByRole('button', { name: labels.generate, exact: true }))

  await expect(dialog(page).getByRole('heading', { name: 'Token Generated' })).toBeFocused()
  await press(page, inDialog(page, 'Copy token'))
  await expect(dialog(page).getByText(/^Copied\. /)).toBeVisible()
  await press(page, inDialog(page, labels.done))
  await expect(dialog(page)).toHaveCount(0)

  await chooseFromMenu(page, labels.regenerate)
  await expect(dialog(page).getByRole('heading', { name: 'Regenerate by hand?' })).toBeFocused()
  await press(page, inDialog(page, labels.regenerate))
  await expect(dialog(page).getByRole('heading', { name: 'Token Generated' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inDialog(page, 'Go back')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inDialog(page, 'Copy token')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/^Copied\. /)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)

  await chooseFromMenu(page, labels.revoke)
  await press(page, inDialog(page, labels.revoke))
  await expect(rowOf(page, 'by hand').first()).toContainText('Revoked')
  expect(await storedOf(person)).toMatchObject([{ name: 'by hand', revoked: true }])
  expect(await recordedIn(person)).toEqual(['csp__generate_api_token', 'csp__regenerate_api_token', 'csp__revoke_api_token'])
})
