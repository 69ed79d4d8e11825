import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser'

const executablePath = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  // A folder of its own below: Playwright empties it, and the reports beside it are counted.
  outputDir: 'test-results/playwright',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  // Longer than anything takes on a machine of two cores that builds meanwhile; what is fast does not wait for it.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // Known once global-setup has started the product; the workers read this file again.
    baseURL: process.env['TOKENWARD_E2E_URL'] ?? '',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // What was done, in order. Pictures of each step take a third of the time: ask for them with --trace=on.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath,
      // Root may not use the sandbox, and containers give /dev/shm a few megabytes only.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
})
