import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { firstToken, generate, LIST, openMenus, openRevoke, signIn, chooseLanguage } from './console'
import { languages } from './labels'
import { ask, product, userWith } from './product'

for (const language of languages) {
  test.describe(`axe finds nothing in ${language}`, () => {
    test('on sign-in, refused and not', async ({ page }) => {
      await chooseLanguage(page, language)
      await page.goto('/sign-in')
      await expectAccessible(page, 'sign-in')
      await page.getByRole('textbox').first().fill('nobody@example.com')
      await page.locator('input[type=password]').fill('wrong')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible()
      await expectAccessible(page, 'sign-in, refused')
    })

    test('on the list, its menus and the question before revoking', async ({ page }) => {
      await signIn(page, userWith('org_owner'), language, { at: LIST })
      await expectAccessible(page, 'list')
      for (const menu of await openMenus(page)) {
        await menu.open()
        await expectAccessible(page, menu.name, { widths: [1280] })
        await page.keyboard.press('Escape')
      }
      await openRevoke(page, await firstToken(page, language), language)
      await expectAccessible(page, 'revoke')
    })

    test('on generate, with errors, and on the secret', async ({ page }) => {
      await signIn(page, userWith('org_owner'), language, { at: `${LIST}/generate` })
      await expectAccessible(page, 'generate')
      await page.locator('main form button[type=submit]').click()
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
      await expectAccessible(page, 'generate, with errors')
      await generate(page, `axe ${language} ${Date.now()}`, language)
      await expectAccessible(page, 'token generated')
    })

    test('on a list without tokens and a page that is not there', async ({ page }) => {
      const idle = await ask<{ email: string }>(
        `SELECT email FROM user_account u WHERE NOT EXISTS (SELECT 1 FROM api_token t WHERE t.user_id = u.id AND t.revoked_at IS NULL)`,
      )
      const user = product.users.find(({ email }) => idle.some((each) => each.email === email)) ?? userWith('org_owner')
      await signIn(page, user, language, { at: LIST })
      await expectAccessible(page, 'list of somebody else')
      await page.goto('/no-such-page')
      await expectAccessible(page, 'not found')
    })
  })
}
