import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { signIn } from './console'
import { labelsIn, languages } from './labels'
import { makeOwnPerson } from './own-person'
import { userWith } from './product'

const PAGES = ['profile', 'preferences', 'security', 'roles'] as const

for (const language of languages) {
  const labels = labelsIn(language)

  test(`axe finds nothing on the pages of an account in ${language}`, async ({ page }) => {
    await signIn(page, userWith('org_member', 2), language)
    for (const name of PAGES) {
      await page.goto(`/my-account/${name}`)
      await expectAccessible(page, name)
    }
  })

  test(`axe finds nothing on what an account's pages ask and refuse in ${language}`, async ({ page, browser }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    const others = await Promise.all([browser.newContext(), browser.newContext()])
    for (const other of others) await signIn(await other.newPage(), person, language)
    await page.goto('/my-account/security')
    await page.getByRole('button', { name: labels.changePassword, exact: true }).click()
    await expect(page.locator('[aria-invalid]')).toHaveCount(2)
    await expectAccessible(page, 'security, refused')
    await page.getByRole('button', { name: labels.endOthers, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'end all others')
    await page.goto('/my-account/profile')
    await page.getByLabel(labels.firstName, { exact: true }).fill('')
    await page.getByRole('button', { name: labels.save, exact: true }).click()
    await expect(page.locator('[aria-invalid]')).toHaveCount(1)
    await expectAccessible(page, 'profile, refused')
    for (const other of others) await other.close()
  })

  test(`no page of an account scrolls sideways in ${language}`, async ({ page }) => {
    await signIn(page, userWith('org_member', 2), language)
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const name of PAGES) {
        await page.goto(`/my-account/${name}`)
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        // Words may be wider until their font is there.
        await expect.poll(overflow, { message: `${name} at ${width} px` }).toBeLessThanOrEqual(0)
      }
    }
  })
}
