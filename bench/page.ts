import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { findBrowser } from '@/e2e/browser'
import { runServer, type RunningServer } from '@/server/testing/run-server'
import { installBenchPackages } from './exchange/beside'
import { report } from './report'
import { serveSignedIn } from './signed-in'

const LIST = '/my-account/api-tokens'
/** Has the frame of every page and nothing in it. */
const EMPTY = '/no-such-page'
const LIGHTHOUSE = resolve('bench/node_modules/lighthouse/cli/index.js')
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const

async function signIn(context: BrowserContext, { url, demo }: RunningServer): Promise<void> {
  const user = demo.users.find(({ roles }) => roles.includes('org_owner'))
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.locator('input[name=email]').fill(user?.email ?? '')
  await page.locator('input[name=password]').fill(user?.password ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => address.pathname === LIST)
  await page.close()
}

/** Bytes of scripts that a first visit to `path` fetches, as they travel. */
async function scriptBytes(browser: Browser, state: Awaited<ReturnType<BrowserContext['storageState']>>, url: string, path: string): Promise<number> {
  const context = await browser.newContext({ storageState: state })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(url + path, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return bytes
}

/** Scores from 0 to 100. Not `execFileSync`: the page comes through this process. */
async function scores(url: string): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenward-bench-'))
  try {
    const output = join(folder, 'report.json')
    const flags = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'
    const parameters = [url, '--quiet', '--preset=desktop', `--only-categories=${CATEGORIES.join(',')}`, '--output=json', `--output-path=${output}`, `--chrome-flags=${flags}`]
    const env = { NODE_ENV: 'production' as const, PATH: '/usr/bin:/bin', HOME: folder, CHROME_PATH: await findBrowser() }
    await promisify(execFile)(process.execPath, [LIGHTHOUSE, ...parameters], { env })
    const { categories } = JSON.parse(await readFile(output, 'utf8')) as { categories: Record<string, { score: number }> }
    return Object.fromEntries(CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** P8 of the goals: the first load of My Account > API Tokens, with the demo's tokens on it. */
export async function benchPage(): Promise<void> {
  installBenchPackages('lighthouse')
  const server = await runServer({ LOG_LEVEL: 'warn' })
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] })
  try {
    const context = await browser.newContext()
    await signIn(context, server)
    const state = await context.storageState()
    const [empty, list] = [await scriptBytes(browser, state, server.url, EMPTY), await scriptBytes(browser, state, server.url, LIST)]
    const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(0)
    report('JavaScript of an empty page, kB gzip', kilobytes(empty))
    report('P8: JavaScript of the list, kB gzip', kilobytes(list), { text: '≤ 200', reached: list <= 200_000 })
    report('P8: above the empty page, kB gzip', kilobytes(list - empty), { text: '≤ 60', reached: list - empty <= 60_000 })
    const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const through = await serveSignedIn(server.url, cookie)
    for (const [category, score] of Object.entries(await scores(through.url + LIST).finally(through.close))) {
      report(`P8: Lighthouse ${category}`, String(score), { text: '≥ 95', reached: score >= 95 })
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}
