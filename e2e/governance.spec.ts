import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { rowOf, signIn } from './console'
import { GOVERNANCE, governanceWords } from './governance-words'
import { languages } from './labels'
import { makeGovernor, oneOfEach } from './own-person'
import { product, userWith } from './product'

const dialog = (page: Page) => page.getByRole('dialog')
const namesOf = (page: Page) => page.getByRole('table').getByRole('rowheader').getByRole('link').allInnerTexts()

for (const language of languages) {
  test(`an owner looks through the organization's tokens, in ${language}`, async ({ page }) => {
    const words = governanceWords(language)
    await signIn(page, await makeGovernor(oneOfEach()), language)
    const navigation = page.getByRole('navigation').filter({ hasText: words.identityAndAccess }).first()
    await navigation.getByRole('list', { name: words.governance }).getByRole('link', { name: words.apiTokens }).click()
    await expect(page).toHaveURL(GOVERNANCE)
    await expect(page.getByRole('heading', { level: 1, name: words.apiTokens, exact: true })).toBeVisible()
    for (const step of [words.identityAndAccess, words.governance, words.apiTokens]) await expect(page.getByRole('main').getByRole('navigation').first()).toContainText(step)
    await expect(page.getByRole('link', { name: words.settings })).toBeVisible()
    for (const name of [words.alertIcon, words.token, words.user, words.status, words.scopes, words.created, words.expires, words.lastUsed]) {
      await expect(page.getByRole('columnheader', { name, exact: true }).getByRole('link')).toBeVisible()
    }
    await expect(rowOf(page, 'good-one')).toContainText(words.activated)
    await expect(rowOf(page, 'switched-off')).toContainText(words.deactivated)
    await expect(rowOf(page, 'ended').last()).toContainText(words.expired)
    await expect(rowOf(page, 'too-long')).toContainText(words.neverExpires)
    await expect(rowOf(page, 'gone')).toHaveCount(0)
    await expectAccessible(page, `governance, ${language}`)

    await page.getByRole('button', { name: words.twoViolations, exact: true }).click()
    await expect(dialog(page)).toContainText(words.maxTokenTtl)
    await expect(dialog(page)).toContainText(words.idleTokenTtl)
    await expectAccessible(page, `alert, ${language}`, { widths: [1280] })
    await page.keyboard.press('Escape')

    const counts = page.getByRole('navigation', { name: words.counts })
    await counts.getByRole('link', { name: words.violations }).click()
    await expect(page).toHaveURL(`${GOVERNANCE}?violation=any`)
    await expect(counts.getByRole('link', { name: words.violations })).toHaveAttribute('aria-current', 'true')
    await expect.poll(() => namesOf(page)).toEqual(['too-long', 'too-idle'])

    await page.goto(`${GOVERNANCE}?q=ended-and-off`)
    await page.getByRole('link', { name: 'ended-and-off', exact: true }).click()
    await expect(dialog(page)).toContainText(words.cannot)
    await expectAccessible(page, `details, ${language}`)
  })
}

test('the numbers of the charts are a table, too', async ({ page }) => {
  const words = governanceWords('en')
  await signIn(page, await makeGovernor(oneOfEach()), 'en', { at: GOVERNANCE })
  const figure = page.getByRole('figure', { name: 'Expirations' })
  await expect(figure.getByRole('img')).toHaveAttribute('aria-label', /^1 token expires in the next 13 weeks\. By week: 1, 0, /)
  await figure.getByText(words.asTable).click()
  await expect(figure.getByRole('table').getByRole('row')).toHaveCount(14)
  await expectAccessible(page, 'charts as tables')
  await figure.getByRole('table').getByRole('link').click()
  await expect(page).toHaveURL(`${GOVERNANCE}?expires=7&sort=expires&order=desc`)
  await expect.poll(() => namesOf(page)).toEqual(['soon-over'])
})

test('the alert icon and the details, without the mouse', async ({ page }) => {
  const words = governanceWords('en')
  await signIn(page, await makeGovernor(oneOfEach()), 'en', { at: `${GOVERNANCE}?violation=max` })
  const icon = page.getByRole('button', { name: '1 violation: too-long', exact: true })
  await icon.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeFocused()
  await expect(dialog(page)).toContainText('It never expires, the limit is 365 days. Since ')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(icon).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog(page).getByRole('link', { name: 'Details' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/violation=max&details=/)
  await expect(dialog(page).getByRole('heading', { name: 'too-long' })).toBeFocused()
  await expect(dialog(page)).toContainText(words.canBeExchanged)
  // Nothing behind it can be reached.
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  }
  await dialog(page).getByRole('link', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`${GOVERNANCE}?violation=max`)
  await expect(page.getByRole('link', { name: 'too-long', exact: true })).toBeFocused()
})

test('an address of details that names no token of the organization says so', async ({ page }) => {
  await signIn(page, await makeGovernor([{ name: 'only' }]), 'en', { at: GOVERNANCE })
  await page.goto(`${GOVERNANCE}?details=00000000-0000-7000-8000-000000000000`)
  await expect(dialog(page).getByRole('heading', { name: 'This token is not here' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('a whole API token that is searched for gets into no address and no page', async ({ page }) => {
  const owner = userWith('org_owner')
  const { apiToken, email } = product.apiTokens[1] ?? { apiToken: '', email: '' }
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  page.on('framenavigated', (frame) => seen.push(frame.url()))
  await signIn(page, owner, 'en', { at: GOVERNANCE })
  const field = page.getByRole('searchbox')
  await field.fill(`export API_TOKEN=${apiToken}`)
  await field.press('Enter')
  await expect(page).toHaveURL(/\?token=[0-9a-f-]{36}$/)
  await expect.poll(async () => (await namesOf(page)).length).toBe(1)
  await expect(page.getByRole('table')).toContainText(email)
  await expect(page.getByRole('table')).toContainText(`…${apiToken.slice(-4)}`)
  await expect(field).toHaveValue('')

  await field.fill(apiToken.slice(0, 40))
  await field.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'like an API token, but not like a whole one' })).toBeVisible()
  await expect(field).toHaveValue('')
  await expectAccessible(page, 'search that was refused', { widths: [1280] })

  await field.fill(`${apiToken.slice(0, -7)}0${apiToken.slice(-6)}`)
  await field.press('Enter')
  await expect(page).toHaveURL(`${GOVERNANCE}?token=none`)
  await expect(page.getByRole('heading', { name: /^No token of .* has this secret$/ })).toBeVisible()
  const secret = apiToken.slice(26, 60)
  expect(seen.filter((url) => url.includes(secret.slice(0, 12)))).toEqual([])
  expect(await page.content()).not.toContain(secret.slice(0, 12))
})

test('a name that several people have leads to a choice among them', async ({ page }) => {
  await signIn(page, userWith('org_owner'), 'en', { at: GOVERNANCE })
  await page.getByRole('button', { name: 'Add filter' }).click()
  await dialog(page).getByLabel('User').fill('example.com')
  await dialog(page).getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/users match “example.com”/)).toBeVisible()
  await page.getByRole('status').getByRole('link', { name: 'Tom Okafor' }).click()
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Tom Okafor')
  await expect(page.getByRole('table').getByRole('row', { name: /ada\.rossi@/ })).toHaveCount(0)
})

test('an administrator sees the tokens and changes none', async ({ page }) => {
  await signIn(page, await makeGovernor(oneOfEach(), ['org_admin', 'org_member']), 'en', { at: GOVERNANCE })
  await expect(rowOf(page, 'good-one')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('button', { name: '1 violation: too-long', exact: true }).click()
  await expect(dialog(page).getByRole('button')).toHaveCount(0)
  await dialog(page).getByRole('link', { name: 'Details' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'too-long' })).toBeVisible()
  await expect(dialog(page).getByRole('button')).toHaveCount(0)
  await expect(dialog(page)).toContainText('Organization Owners and Access Log Auditors see it.')
  await expectAccessible(page, 'details for an administrator', { widths: [1280] })
})

for (const role of ['org_member', 'access_log_auditor']) {
  test(`who is only ${role} is told that there is no such page`, async ({ page }) => {
    await signIn(page, await makeGovernor([], [role]), 'en')
    await expect(page.getByRole('link', { name: 'Governance' })).toHaveCount(0)
    const answer = await page.goto(GOVERNANCE)
    expect(answer?.status()).toBe(404)
  })
}
