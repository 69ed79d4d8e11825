import { expect, test, type Page } from '@playwright/test'
import { rowOf, signIn } from './console'
import { GOVERNANCE } from './governance-words'
import { makeGovernor, oneOfEach, type SampleToken } from './own-person'
import { product, userWith } from './product'

test.use({ javaScriptEnabled: false })

/** Polled: what was pressed leads to another page, of which the address is there before the rows are. */
const namesOf = (page: Page) => page.getByRole('table').getByRole('rowheader').getByRole('link').allInnerTexts()

function numbered(count: number): SampleToken[] {
  return Array.from({ length: count }, (_, index) => ({ name: `token-${String(index + 1).padStart(2, '0')}` }))
}

test('filters, order and pages of the list are addresses', async ({ page }) => {
  await signIn(page, await makeGovernor([...numbered(60), { name: 'other', description: 'alone' }]), 'en', { at: GOVERNANCE })
  await expect(page.getByText('1–25 of 61')).toBeVisible()
  await page.getByRole('columnheader', { name: 'Token' }).getByRole('link').click()
  await expect(page).toHaveURL(`${GOVERNANCE}?sort=name&order=asc`)
  await expect(page.getByRole('columnheader', { name: 'Token' })).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await namesOf(page)).slice(0, 2)).toEqual(['other', 'token-01'])
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('26–50 of 61')).toBeVisible()
  await expect.poll(async () => (await namesOf(page))[0]).toBe('token-25')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–61 of 61')).toBeVisible()
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByText('26–50 of 61')).toBeVisible()

  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('50')
  await page.getByRole('button', { name: 'Set' }).click()
  await expect(page).toHaveURL(`${GOVERNANCE}?sort=name&order=asc&size=50`)
  await expect(page.getByText('1–50 of 61')).toBeVisible()

  await page.getByRole('searchbox').fill('TOKEN-0')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(`${GOVERNANCE}?q=TOKEN-0&sort=name&order=asc&size=50`)
  await expect(page.getByText('1–9 of 9')).toBeVisible()
  await page.getByRole('link', { name: 'Remove the filter “Search”' }).click()
  await expect(page).toHaveURL(`${GOVERNANCE}?sort=name&order=asc&size=50`)
})

test('what narrows the list is chosen in a form', async ({ page }) => {
  await signIn(page, await makeGovernor(oneOfEach()), 'en', { at: GOVERNANCE })
  await page.getByRole('button', { name: 'Add filter' }).click()
  const form = page.getByRole('dialog', { name: 'Filter the list' })
  await form.getByLabel('Status').selectOption({ label: 'Deactivated' })
  await form.getByLabel('Expires').selectOption({ label: 'Expired' })
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(`${GOVERNANCE}?status=deactivated&expires=expired`)
  await expect.poll(() => namesOf(page)).toEqual(['ended-and-off'])
  const chips = page.getByRole('list', { name: 'Active filters' })
  await expect(chips.getByRole('listitem')).toHaveText([/^Status Deactivated/, /^Expires Expired/])
  await chips.getByRole('link', { name: 'Remove the filter “Expires”' }).click()
  await expect.poll(async () => (await namesOf(page)).toSorted()).toEqual(['ended-and-off', 'switched-off'])

  await page.goto(`${GOVERNANCE}?status=revoked&unused=ever`)
  await expect.poll(() => namesOf(page)).toEqual(['gone'])
  await page.goto(`${GOVERNANCE}?q=nothing-has-this-name`)
  await expect(page.getByRole('heading', { name: 'No tokens match' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear all' }).last().click()
  await expect(page).toHaveURL(GOVERNANCE)
})

test('the reason of an alert and the details of a token can be read', async ({ page }) => {
  await signIn(page, await makeGovernor(oneOfEach()), 'en', { at: GOVERNANCE })
  await page.getByRole('button', { name: '1 violation: too-long', exact: true }).click()
  const reason = page.getByRole('dialog', { name: '1 violation: too-long' })
  await expect(reason).toContainText('It never expires, the limit is 365 days.')
  await reason.getByRole('link', { name: 'Details' }).click()
  await expect(page).toHaveURL(/\?details=[0-9a-f-]{36}$/)
  const details = page.getByRole('dialog', { name: 'too-long' })
  await expect(details).toContainText('Can be exchanged')
  await details.getByRole('link', { name: 'Close' }).click()
  await expect(page).toHaveURL(GOVERNANCE)
  await expect(rowOf(page, 'too-long')).toBeVisible()
})

test('a whole API token is searched for without its secret in the address', async ({ page }) => {
  const { apiToken } = product.apiTokens[0] ?? { apiToken: '' }
  await signIn(page, userWith('org_owner'), 'en', { at: GOVERNANCE })
  await page.getByRole('searchbox').fill(apiToken)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\?token=[0-9a-f-]{36}$/)
  await expect.poll(() => namesOf(page)).toHaveLength(1)
  await page.getByRole('searchbox').fill(apiToken.slice(0, 30))
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('like an API token, but not like a whole one')).toBeVisible()
  await page.waitForLoadState()
  expect(page.url() + (await page.content())).not.toContain(apiToken.slice(26, 30))
})
