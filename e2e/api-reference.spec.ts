import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { chooseLanguage } from './console'
import { languages } from './labels'
import { product } from './product'

const TITLES = { en: 'API reference', de: 'API-Referenz', it: 'Riferimento API' } as const

const COPY = { en: ['Copy command', 'Command copied.'], de: ['Befehl kopieren', 'Befehl kopiert.'], it: ['Copia comando', 'Comando copiato.'] } as const

for (const language of languages) {
  test(`a guest reads the API reference in ${language}, and axe finds nothing`, async ({ page }) => {
    await chooseLanguage(page, language)
    await page.goto('/docs/api')
    await expect(page.getByRole('heading', { level: 1, name: TITLES[language] })).toBeVisible()
    await expectAccessible(page, 'API reference')
  })

  test(`a line is copied, in ${language}`, async ({ page, context }) => {
    const [copy, copied] = COPY[language]
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await chooseLanguage(page, language)
    await page.goto('/docs/api#authorize')
    const endpoint = page.locator('article', { has: page.locator('h3#authorize') })
    await endpoint.getByRole('button', { name: copy }).click()
    await expect(endpoint.getByRole('status')).toHaveText(copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await endpoint.locator('pre').textContent())
  })
}

test('every shape that is named leads to where it is told, once', async ({ page }) => {
  await page.goto('/docs/api')
  const named = await page.locator('a[href^="#shape-"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(named.length).toBeGreaterThan(5)
  for (const shape of named) await expect(page.locator(`h3${shape}`)).toHaveCount(1)
  await page.locator('article', { has: page.locator('h3#findTokenPolicies') }).getByRole('link', { name: /TokenPolicies/ }).click()
  await expect(page.getByRole('heading', { name: 'TokenPolicies' })).toBeInViewport()
})

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
