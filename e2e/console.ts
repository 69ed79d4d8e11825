import { expect, type Page } from '@playwright/test'
import { labelsIn, type Language } from './labels'
import { openSession } from './open-session'
import { product } from './product'
import type { DemoUser } from './state'

export const LIST = '/my-account/api-tokens'

/** What API tokens look like, as README tells secret scanners. */
const API_TOKEN = /tw_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}/

/** Chooses the language of this browser before anything is loaded; a person's own setting is left alone. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.context().addCookies([{ name: 'tw-locale', value: language, url: product.url }])
}

/** Opens a page as `user` with a session of their own. Nothing is typed: how one signs in is what e2e/sign-in.spec.ts is about. */
export async function signIn(page: Page, user: DemoUser, language: Language, { at = LIST } = {}): Promise<void> {
  await chooseLanguage(page, language)
  await page.context().addCookies([{ name: 'tw-session', value: await openSession(user), url: product.url, httpOnly: true, sameSite: 'Lax' }])
  await page.goto(at)
}

/** Signs in as a person does. */
export async function signInByForm(page: Page, user: DemoUser, language: Language, { at = '/sign-in' } = {}): Promise<void> {
  const labels = labelsIn(language)
  await chooseLanguage(page, language)
  await page.goto(at)
  await page.getByLabel(labels.email, { exact: true }).fill(user.email)
  await page.getByLabel(labels.password, { exact: true }).fill(user.password)
  await page.getByRole('button', { name: labels.signIn, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Picks the one role that everybody holds. */
export async function pickMember(page: Page, language: Language): Promise<void> {
  const labels = labelsIn(language)
  const scopes = page.getByRole('group', { name: labels.defineScopes }).first()
  await expect(scopes.getByText(labels.organizationRoles, { exact: true })).toBeVisible()
  await scopes.getByRole('checkbox', { name: labels.member, exact: true }).check()
}

/** Fills the form of a new API token with one role, sends it, and waits for the secret's dialog. */
export async function generate(page: Page, name: string, language: Language): Promise<void> {
  const labels = labelsIn(language)
  await page.goto(LIST)
  await page.getByRole('link', { name: labels.generateNew }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: labels.generateNew })).toBeVisible()
  await page.getByLabel(labels.tokenName, { exact: true }).fill(name)
  await pickMember(page, language)
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** The secret as the dialog reveals it. */
export async function readSecret(page: Page, language: Language): Promise<string> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: labelsIn(language).showToken }).click()
  const text = async () => (await dialog.innerText()).replaceAll(/\s/g, '')
  await expect.poll(text).toMatch(API_TOKEN)
  return API_TOKEN.exec(await text())?.[0] ?? ''
}

/** Leaves the secret's dialog although it was not kept: it asks once. */
export async function closeSecret(page: Page, language: Language): Promise<void> {
  const labels = labelsIn(language)
  await page.getByRole('button', { name: labels.done, exact: true }).click()
  await page.getByRole('button', { name: labels.closeAnyway, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the question whether to regenerate the token called `name`, which stands on the page. */
export async function askRegenerate(page: Page, name: string, language: Language): Promise<void> {
  const labels = labelsIn(language)
  await page.getByRole('button', { name: `${labels.actionsFor} ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: labels.regenerate }).click()
  await expect(page.getByRole('dialog')).toContainText(name)
}

/** Says yes to the question, and waits for the secret's dialog. */
export async function confirmRegenerate(page: Page, language: Language): Promise<void> {
  const labels = labelsIn(language)
  await page.getByRole('dialog').getByRole('button', { name: labels.regenerate, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: labels.showToken })).toBeVisible()
}

/** The name of the first token on the list that can be revoked. */
export async function firstToken(page: Page, language: Language): Promise<string> {
  const { actionsFor } = labelsIn(language)
  const label = await page.getByRole('button', { name: actionsFor }).first().getAttribute('aria-label')
  return (label ?? '').slice(actionsFor.length + 1)
}

/** Opens the question whether to revoke the token called `name`, which stands on the page. */
export async function openRevoke(page: Page, name: string, language: Language): Promise<void> {
  const labels = labelsIn(language)
  await page.getByRole('button', { name: `${labels.actionsFor} ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: labels.revoke }).click()
  await expect(page.getByRole('dialog')).toContainText(name)
}

export async function confirmRevoke(page: Page, language: Language): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: labelsIn(language).revoke, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

export async function switchOrganization(page: Page, organization: string): Promise<void> {
  const banner = page.getByRole('banner')
  const menu = banner.getByRole('button', { name: /^Organization:/ })
  if ((await menu.innerText()).includes(organization)) return
  await menu.click()
  await page.getByRole('menuitem', { name: organization }).click()
  await expect(menu).toContainText(organization)
}

/** Each menu that the page has now, the first of those that stand in rows included. */
export async function openMenus(page: Page): Promise<{ name: string; open: () => Promise<void> }[]> {
  const buttons = page.locator('button[aria-haspopup=menu]:visible')
  const header = await page.getByRole('banner').locator('button[aria-haspopup=menu]:visible').count()
  return Array.from({ length: Math.min(header + 1, await buttons.count()) }, (_, index) => ({
    name: `menu ${index + 1}`,
    async open() {
      await buttons.nth(index).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  }))
}

type Seen = { url: string; text: string; postData: string | null }

/**
 * Collects every answer that the page gets, its headers, scripts and styles included. The answers pass through here:
 * the browser forgets a body when the page is left, and a leak that was forgotten would go unseen.
 */
export async function recordResponses(page: Page): Promise<Seen[]> {
  const seen: Seen[] = []
  await page.route('**/*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const headers = response.headersArray().map(({ name, value }) => `${name}: ${value}`)
    const request = route.request()
    seen.push({ url: request.url(), text: [...headers, await response.text()].join('\n'), postData: request.postData() })
    await route.fulfill({ response })
  })
  return seen
}

/** The row of the list that shows the API token called `name`. */
export const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
