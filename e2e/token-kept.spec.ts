import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { generate, LIST, readSecret, signIn } from './console'
import { makeOwnPerson } from './own-person'

const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('what is copied, downloaded and printed is the token, and a reload finds it gone', async ({ page }) => {
  await signIn(page, await makeOwnPerson([]), 'en')
  await generate(page, 'nightly: at 2', 'en')
  const apiToken = await readSecret(page, 'en')
  // The list comes under the secret a moment later; what is reloaded is to be the list.
  await expect(page).toHaveURL(LIST)

  await press(page, 'Copy token')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(apiToken)

  const download = page.waitForEvent('download')
  await press(page, 'Download')
  const file = await download
  expect(file.suggestedFilename()).toBe('nightly-at-2.txt')
  expect(await readFile(await file.path(), 'utf8')).toBe(`${apiToken}\n`)

  await page.evaluate(() => {
    window.print = () => {
      const [paper, html] = [document.querySelector('[data-print]'), document.documentElement]
      html.setAttribute('data-printed', paper?.textContent ?? '')
      html.setAttribute('data-sheets', String(Math.ceil(html.scrollHeight / innerHeight)))
      html.setAttribute('data-cut-off', String(html.scrollWidth - innerWidth))
    }
  })
  // A sheet narrower than the token, and a page behind the dialog that would take several.
  await page.setViewportSize({ width: 400, height: 560 })
  await page.emulateMedia({ media: 'print' })
  await press(page, 'Print')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-printed', new RegExp(apiToken))
  await expect(html).toHaveAttribute('data-sheets', '1')
  await expect(html).toHaveAttribute('data-cut-off', '0')
  await page.emulateMedia({ media: null })
  await expect(page.locator('[data-print]')).toHaveCount(0)

  await page.reload()
  await expect(page).toHaveURL(LIST)
  await expect(page.getByRole('table')).toContainText(apiToken.slice(-4))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.content()).not.toContain(apiToken.slice(0, -4))
})
