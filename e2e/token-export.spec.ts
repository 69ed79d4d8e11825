import { expect, test } from '@playwright/test'
import { signIn } from './console'
import { makeGovernor, makeOwnPerson } from './own-person'
import { product } from './product'

const EXPORT = '/identity-and-access/governance/api-tokens/export'

test('an owner downloads what the filter shows, in their language', async ({ page }) => {
  const person = await makeGovernor([
    { name: '=HYPERLINK("http://evil.test")', description: 'Grüße, "Robin"' },
    { name: 'off', deactivated_at: new Date(), deactivation_reason: 'other' },
  ])
  await signIn(page, person, 'de')
  const csv = await page.request.get(`${product.url}${EXPORT}?format=csv&status=activated`)
  expect(csv.status()).toBe(200)
  expect(csv.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'content-type': 'text/csv; charset=utf-8; header=present', 'x-content-type-options': 'nosniff' })
  expect(csv.headers()['content-disposition']).toContain(`filename="API-Token ${person.organization} `)
  const [head, row, rest] = (await csv.text()).split('\r\n')
  expect(head).toContain('Tokenname')
  expect(row).toContain(`"'=HYPERLINK(""http://evil.test"")"`)
  expect(row).toContain('"Grüße, ""Robin"""')
  expect(rest).toBe('')
  const json = await page.request.get(`${product.url}${EXPORT}?format=json&sort=name&order=desc`)
  expect(((await json.json()) as { name: string }[]).map(({ name }) => name)).toEqual(['off', '=HYPERLINK("http://evil.test")'])
})

test('a member finds nothing there', async ({ page }) => {
  await signIn(page, await makeOwnPerson([{ name: 'mine' }]), 'en')
  expect((await page.request.get(`${product.url}${EXPORT}?format=csv`)).status()).toBe(404)
})
