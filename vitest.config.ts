import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const folders = '{app,components,e2e,lib,messages,prisma,server,tooling}'

const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    // Outside a React server bundle the package throws by design; Next's build is what it guards.
    { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
  ],
}

/** Thrown at each endpoint; `npm run fuzz` throws more. */
const generatedRequests = (mode: string) => (mode === 'fuzz' ? '100000' : '1000')

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          env: { LOG_LEVEL: 'silent' },
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          env: { LOG_LEVEL: 'silent', GENERATED_REQUESTS: generatedRequests(mode) },
          include: [`${folders}/**/*.integration.test.ts`],
          globalSetup: ['./server/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One PostgreSQL serves all files; two workers keep a 2-core machine honest about races.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
