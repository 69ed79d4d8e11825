import { expect, test, type Page } from '@playwright/test'
import { runBareServer, type BareServer } from '../server/testing/run-server'
import { expectAccessible } from './axe'
import { labelsIn, languages, type Language } from './labels'

const PASSWORD = 'lamp staple horse correct'

/** What the page calls things that no fixed label names. */
const WORDS: Record<Language, { title: string; organization: string; firstName: string; lastName: string; submit: string }> = {
  en: { title: 'Set up Tokenward', organization: 'Organization', firstName: 'First name', lastName: 'Last name', submit: 'Create organization' },
  de: { title: 'Tokenward einrichten', organization: 'Organisation', firstName: 'Vorname', lastName: 'Nachname', submit: 'Organisation anlegen' },
  it: { title: 'Configura Tokenward', organization: 'Organizzazione', firstName: 'Nome', lastName: 'Cognome', submit: 'Crea Organizzazione' },
}

let server: BareServer
let link = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  server = await runBareServer({ SEED_DEMO: '0', TRUSTED_PROXIES: '127.0.0.1' })
  await expect.poll(() => server.output()).toContain('/setup/open?key=')
  link = /http\S+\/setup\/open\?key=\S+/.exec(server.output())?.[0] ?? ''
})

test.afterAll(() => server.stop())

async function open(page: Page, language: Language, address = link) {
  await page.context().addCookies([{ name: 'tw-locale', value: language, url: server.url }])
  await page.goto(address)
}

async function fill(page: Page, language: Language, password: string) {
  const [labels, words] = [labelsIn(language), WORDS[language]]
  await page.getByLabel(words.organization, { exact: true }).fill('Example Labs')
  await page.getByLabel(words.firstName, { exact: true }).fill('Ada')
  await page.getByLabel(words.lastName, { exact: true }).fill('Rossi')
  await page.getByLabel(labels.email, { exact: true }).fill('ada@example.com')
  await page.getByLabel(labels.password, { exact: true }).fill(password)
}

for (const language of languages) {
  test(`an empty installation asks for its first organization in ${language}, and for the link where there is none`, async ({ page }) => {
    const words = WORDS[language]
    await open(page, language, `${server.url}/setup`)
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expectAccessible(page, 'setup without its link')
    await open(page, language)
    // The secret is no longer in the address.
    expect(page.url()).toBe(`${server.url}/setup`)
    await fill(page, language, 'password1234')
    await page.getByRole('button', { name: words.submit, exact: true }).click()
    await expect(page.getByLabel(labelsIn(language).password, { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel(words.organization, { exact: true })).toHaveValue('Example Labs')
    await expectAccessible(page, 'setup, refused')
  })
}

test('a refused form keeps what was typed but the password, before JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await open(page, 'en')
  await fill(page, 'en', 'short')
  await page.getByRole('button', { name: WORDS.en.submit, exact: true }).click()
  await expect(page.getByText('Use 12 characters or more.')).toBeVisible()
  await expect(page.getByLabel(labelsIn('en').email, { exact: true })).toHaveValue('ada@example.com')
  await expect(page.getByLabel(labelsIn('en').password, { exact: true })).toHaveValue('')
  await context.close()
})

test('the link makes the first organization and its owner once, and is gone then', async ({ page, browser }) => {
  const late = await browser.newPage()
  await open(late, 'en')
  await fill(late, 'en', PASSWORD)
  await open(page, 'de')
  await fill(page, 'de', PASSWORD)
  await page.getByRole('button', { name: WORDS.de.submit, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: labelsIn('de').apiTokens })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Example Labs')
  await expect(page.getByRole('banner')).toContainText('Ada Rossi')
  await late.getByRole('button', { name: WORDS.en.submit, exact: true }).click()
  await expect(late.getByText('This link has been used')).toBeVisible()
  expect((await late.goto(link))?.status()).toBe(404)
  await late.close()
})

test('the post box of a demo is there for this machine and for nobody behind a proxy', async () => {
  const from = (address: string) => fetch(`${server.url}/dev/mail`, { headers: { 'x-forwarded-for': address } }).then(({ status }) => status)
  expect(await from('127.0.0.1')).toBe(200)
  expect(await from('203.0.113.9')).toBe(404)
})

test('the secret of the link stands in no line of the log', () => {
  const secret = new URL(link).searchParams.get('key') ?? 'none'
  const lines = server.output().split('\n').filter((line) => line.includes(secret))
  expect(lines.map((line) => line.trim())).toEqual([link])
})
