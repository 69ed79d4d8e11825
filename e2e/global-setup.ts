import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runServer } from '../server/testing/run-server'
import { STATE, type Product } from './state'

/** Milliseconds between two looks at what the server printed. */
const LOG_EVERY = 200

/** At once: a test that reads meanwhile must not find it empty, and then nothing in it. */
function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.next`, text)
  renameSync(`${path}.next`, path)
}

/** Builds the product where that is stale, and starts it on an empty directory with a real database. */
export default async function setup(): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['server/launch/build.mjs'], { stdio: 'inherit' })
  const server = await runServer()
  const folder = resolve('test-results')
  mkdirSync(folder, { recursive: true })
  const log = resolve(folder, 'server.log')
  const state = resolve(folder, 'product.json')
  const timer = setInterval(() => replaceFile(log, server.output()), LOG_EVERY)
  const { users, apiTokens, databaseUrl } = server.demo
  writeFileSync(state, JSON.stringify({ url: server.url, databaseUrl, dataDir: server.dataDir, log, users, apiTokens } satisfies Product), { mode: 0o600 })
  process.env[STATE] = state
  process.env['TOKENWARD_E2E_URL'] = server.url
  return async () => {
    clearInterval(timer)
    await server.stop()
  }
}
