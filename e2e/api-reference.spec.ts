import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { chooseLanguage } from './console'
import { languages } from './labels'
import { product } from './product'

const TITLES = { en: 'API reference', de: 'API-Referenz', it: 'Riferimento API' } as const

for (const language of languages) {
  test(`a guest reads the API reference in ${language}, and axe finds nothing`, async ({ page }) => {
    await chooseLanguage(page, language)
    await page.goto('/docs/api')
    await expect(page.getByRole('heading', { level: 1, name: TITLES[language] })).toBeVisible()
    await expectAccessible(page, 'API reference')
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the contents lead to each endpoint that the description has', async ({ page, request }) => {
    const description = (await (await request.get(`${product.url}/openapi.json`)).json()) as { paths: Record<string, Record<string, { operationId: string }>> }
    const operations = Object.values(description.paths).flatMap((byMethod) => Object.values(byMethod).map(({ operationId }) => operationId))
    await page.goto('/docs/api')
    for (const operation of operations) await expect(page.locator(`h3#${operation}`)).toBeVisible()
    await page.getByRole('link', { name: 'Exchange an API token for an access token', exact: true }).click()
    await expect(page).toHaveURL(/#authorize$/)
    await expect(page.locator('article', { has: page.locator('h3#authorize') }).locator('pre')).toContainText('--data-urlencode')
  })
})
