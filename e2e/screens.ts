import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { runServer, type RunningServer } from '../server/testing/run-server'
import { findBrowser } from './browser'

/** `tsx e2e/screens.ts FOLDER`: pictures of every page, to look at. The product must have been built. */
const folder = resolve(process.argv[2] ?? 'test-results/screens')
const WIDTHS = [1280, 375]
const PAGES = { 'api-tokens': '/my-account/api-tokens', generate: '/my-account/api-tokens/generate', profile: '/my-account/profile', preferences: '/my-account/preferences', security: '/my-account/security', roles: '/my-account/roles', mails: '/dev/mail', 'not-found': '/no-such-page' }

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function signIn(page: Page, { url, demo }: RunningServer): Promise<void> {
  const owner = demo.users.find(({ roles }) => roles.includes('org_owner'))
  await page.goto(`${url}/sign-in`)
  await page.locator('input[name=email]').fill(owner?.email ?? '')
  await page.locator('input[name=password]').fill(owner?.password ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${PAGES['api-tokens']}`)
}

async function takeAll(browser: Browser, server: RunningServer, colorScheme: 'light' | 'dark', width: number, language: string) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: width < 640 ? 812 : 800 }, timezoneId: 'Europe/Berlin' })
  await context.addCookies([{ name: 'tw-locale', value: language, url: server.url }])
  const page = await context.newPage()
  const suffix = `${language}-${colorScheme}-${width}`
  await page.goto(`${server.url}/sign-in`)
  await take(page, `sign-in-${suffix}`)
  await signIn(page, server)
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(`${server.url}${path}`)
    await take(page, `${name}-${suffix}`)
  }
  await context.close()
}

mkdirSync(folder, { recursive: true })
const server = await runServer()
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
try {
  for (const width of WIDTHS) {
    for (const scheme of ['light', 'dark'] as const) await takeAll(browser, server, scheme, width, 'en')
    await takeAll(browser, server, 'light', width, 'de')
    await takeAll(browser, server, 'light', width, 'it')
  }
} finally {
  await browser.close()
  await server.stop()
}
