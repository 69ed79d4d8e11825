import { expect, test, type Page } from '@playwright/test'
import { chooseLanguage, LIST, signIn, signInByForm, switchOrganization } from './console'
import { languages } from './labels'
import { makeGovernor } from './own-person'
import { ask, product, userWith } from './product'

/** The one person of the demo with two organizations: listed once for each. */
function wanderer() {
  const emails = product.users.map(({ email }) => email)
  const twice = product.users.filter(({ email }) => emails.indexOf(email) !== emails.lastIndexOf(email))
  const [first, second] = twice
  if (!first || !second) throw new Error('The demo has nobody in two organizations')
  return { user: first, organizations: [first.organization, second.organization] as const }
}

async function tokensOf(email: string, organization: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT t.name FROM api_token t JOIN user_account u ON u.id = t.user_id JOIN organization o ON o.id = t.org_id
      WHERE u.email = $1 AND o.name = $2 AND t.revoked_at IS NULL`,
    [email, organization],
  )
  return rows.map(({ name }) => name)
}

test('the organization switcher changes the tokens that are shown', async ({ page }) => {
  const { user, organizations } = wanderer()
  await signIn(page, user, 'en')
  for (const organization of [...organizations, organizations[0]]) {
    await switchOrganization(page, organization)
    for (const name of await tokensOf(user.email, organization)) await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
    const others = organizations.filter((other) => other !== organization)
    const foreign = (await Promise.all(others.map((other) => tokensOf(user.email, other)))).flat()
    const own = new Set(await tokensOf(user.email, organization))
    for (const name of foreign.filter((each) => !own.has(each))) await expect(page.getByText(name, { exact: true })).toHaveCount(0)
  }
})

test('nobody sees the tokens of somebody else', async ({ page }) => {
  const owner = userWith('org_owner')
  const member = product.users.find(({ roles, organization }) => !roles.includes('org_owner') && organization === owner.organization)
  if (!member) throw new Error('The demo has no member')
  await signIn(page, member, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState()
  const own = new Set(await tokensOf(member.email, owner.organization))
  for (const name of await tokensOf(owner.email, owner.organization)) {
    if (!own.has(name)) await expect(page.getByText(name, { exact: true })).toHaveCount(0)
  }
})

/** Pixels by which the page can be pushed sideways. Polled: words may be wider until their font is there. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

for (const width of [360, 375, 768, 1280]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/sign-in')
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await signIn(page, userWith('org_owner'), 'de')
    for (const path of [LIST, `${LIST}/generate`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect.poll(() => overflow(page), { message: path }).toBeLessThanOrEqual(0)
    }
  })
}

/** Pixels by which the list is wider than the panel that it stands in. */
const beyondPanel = (page: Page) => page.getByRole('table').evaluate((table) => table.getBoundingClientRect().right - (table.closest('main section')?.getBoundingClientRect().right ?? 0))

for (const language of ['en', 'de'] as const) {
  test(`the list fits its panel at every width in ${language}`, async ({ page }) => {
    await signIn(page, userWith('org_owner'), language)
    for (const width of [641, 768, 961, 1100, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => beyondPanel(page), { message: `${width} px` }).toBeLessThanOrEqual(0)
    }
  })
}

test('what the header holds stays in its place while one of its menus is open', async ({ page }) => {
  await signIn(page, userWith('org_owner'), 'en')
  const header = page.getByRole('banner')
  const places = () =>
    header.locator('button[aria-haspopup=menu], a:not([role=menuitem])').evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().x)))
  const buttons = header.locator('button[aria-haspopup=menu]:visible')
  // Names are wider or narrower until their font is there.
  await page.evaluate(() => document.fonts.ready)
  const before = await places()
  expect(before.length).toBeGreaterThan(2)
  for (let index = 0; index < (await buttons.count()); index += 1) {
    await buttons.nth(index).click()
    await expect(header.getByRole('menu')).toBeVisible()
    await expect.poll(places).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
})

const SWITCHING = { en: 'Switching the organization…', de: 'Die Organisation wird gewechselt…', it: 'Cambio di organizzazione in corso…' }

for (const language of languages) {
  test(`who switches the organization is told that it goes on, in ${language}`, async ({ page }) => {
    const { user, organizations } = wanderer()
    await signIn(page, user, language)
    const banner = page.getByRole('banner')
    const menu = banner.locator('button[aria-haspopup=menu]').first()
    const now = await menu.innerText()
    const next = organizations.find((each) => !now.includes(each)) ?? ''
    let letGo = (): void => undefined
    await page.route(`**${LIST}`, async (route) => {
      if (route.request().method() === 'POST') await new Promise<void>((resolve) => (letGo = resolve))
      await route.continue()
    })
    await menu.click()
    const sending = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByRole('menuitem', { name: next }).click()
    await sending
    await expect(banner.getByRole('status')).toHaveText(SWITCHING[language])
    letGo()
    await expect(menu).toContainText(next)
    await expect(banner.getByRole('status')).toBeEmpty()
  })
}

test('selecting a row on a phone moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  const governor = await makeGovernor([{ name: 'first' }, { name: 'second' }])
  for (const at of [LIST, '/identity-and-access/governance/api-tokens']) {
    await signIn(page, governor, 'de', { at })
    const box = page.getByRole('checkbox', { name: /first/ })
    const top = () => box.evaluate((each) => Math.round(each.getBoundingClientRect().top))
    // Where the bar will not cover it: who tests would scroll to it then.
    await box.evaluate((each) => each.scrollIntoView({ block: 'center' }))
    await page.evaluate(() => document.fonts.ready)
    const before = await top()
    await box.check()
    const bar = page.locator('[data-bulk]')
    await expect(bar).toBeInViewport({ ratio: 1 })
    expect(await top(), at).toBe(before)
    await box.uncheck()
    await expect(bar).toHaveCount(0)
    expect(await top(), at).toBe(before)
  }
})

test('the font comes with the page, once', async ({ page }) => {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname)
  })
  const answer = await page.goto('/sign-in')
  await page.evaluate(() => document.fonts.ready)
  const latin = fonts.filter((path) => path.includes('inter-latin-wght'))
  expect(latin).toHaveLength(1)
  expect(await answer?.headerValue('link')).toContain(`<${latin[0] ?? ''}>; rel=preload`)
})

test('a page that is not there says so in its title', async ({ page }) => {
  const titles = { en: 'This page does not exist', de: 'Diese Seite gibt es nicht', it: 'Questa pagina non esiste' }
  for (const language of languages) {
    await chooseLanguage(page, language)
    await page.goto('/nope')
    await expect(page).toHaveTitle(`${titles[language]} · Tokenward`)
  }
})

test('the skip link is the first stop and leads to the content', async ({ page }) => {
  await signIn(page, userWith('org_owner'), 'en', { at: LIST })
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  await expect(skip).toHaveAttribute('href', /^#/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#/)
})

test('every page is private, and its scripts carry a nonce', async ({ page }) => {
  await signIn(page, userWith('org_owner'), 'en')
  for (const path of [LIST, `${LIST}/generate`]) {
    const headers = (await page.goto(path))?.headers() ?? {}
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['content-security-policy']).toMatch(/script-src [^;]*'nonce-/)
    expect(headers['content-security-policy']).not.toMatch(/script-src [^;]*unsafe-inline/)
  }
})

test('pages load without a word on the browser console', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await signInByForm(page, userWith('org_owner'), 'en')
  for (const path of [LIST, `${LIST}/generate`]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(said).toEqual([])
})
