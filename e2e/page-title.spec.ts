import { expect, test, type Page } from '@playwright/test'
import { closeSecret, LIST, pickMember, signIn } from './console'
import { labelsIn } from './labels'
import { makeOwnPerson } from './own-person'
import { formOf, GOVERNANCE, makeOwner } from './policy-form'

const labels = labelsIn('en')

/** Notes each title that the document takes from now on, also none. Nothing may be loaded anew meanwhile. */
async function watchTitle(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [document.title]
    new MutationObserver(() => {
      if (document.title !== seen.at(-1)) seen.push(document.title)
    }).observe(document.head, { childList: true, subtree: true, characterData: true })
    Object.assign(window, { titlesSeen: seen })
  })
  return () => page.evaluate(() => (window as unknown as { titlesSeen: string[] }).titlesSeen)
}

test('a page has its title at every moment: after a followed link, while an action answers, and after it', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'nightly' }])
  await signIn(page, person, 'en')
  const titles = await watchTitle(page)
  await page.getByRole('link', { name: labels.generateNew }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: labels.generateNew })).toBeVisible()
  await page.getByLabel(labels.tokenName, { exact: true }).fill('weekly')
  await pickMember(page, 'en')
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await closeSecret(page, 'en')
  await expect(page).toHaveURL(LIST)
  await expect(page.getByText('weekly', { exact: true })).toBeVisible()
  expect(await titles()).not.toContain('')
})

test('so has one of an owner: from page to page, with a drawer, and with saved settings', async ({ page }) => {
  await signIn(page, await makeOwner(), 'en', { at: GOVERNANCE })
  const titles = await watchTitle(page)
  await page.getByRole('link', { name: 'busy-one' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('link', { name: labels.settings, exact: true }).click()
  const { max, save } = formOf(page, 'en')
  await max.value.fill('100')
  await save.click()
  await expect(page.getByText(labels.saved, { exact: true }).first()).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: labels.profile, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: labels.profile, exact: true })).toBeVisible()
  const found = await titles()
  expect(found).not.toContain('')
  expect(found.at(-1)).toBe(`${labels.profile} · Tokenward`)
})
