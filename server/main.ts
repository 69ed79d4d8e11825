import { resolve } from 'node:path'
import { makeSetupLink } from '@/lib/identity/commands/make-setup-link'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { provideEnv, rawEnv, type Env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { applyMigrations } from '@/prisma/migrate'
import { startBackgroundWork } from './background'
import { createFront } from './http/front'
import { trustProxies } from './http/peer-address'
import { createHttpServer, listen } from './http/server'
import { acquireInstanceLock, describeHolder, type About } from './launch/instance-lock.mjs'
import { announce } from './startup/announce'
import { configure } from './startup/configure'
import { prepareDemo } from './startup/demo'
import { loadNext } from './startup/next-app'
import { stopAll, stopOnSignal, type Running } from './startup/stop'
import { welcome } from './startup/welcome'

const dev = process.argv.includes('--dev')
const running: Running = {}

async function migrate({ databaseUrl, migrationDatabaseUrl }: Env): Promise<void> {
  const appRole = decodeURIComponent(new URL(databaseUrl).username)
  const applied = await applyMigrations({ url: migrationDatabaseUrl, appRole })
  announce(applied.length ? `Applied ${applied.length} migration(s): ${applied.join(', ')}` : 'The database is up to date')
}

/** Serves `configured` until a signal comes. Every step is there before the next one needs it. */
async function serve(configured: Env, about: About): Promise<void> {
  await migrate(configured)
  await ensureSigningKey()
  const demo = await prepareDemo(configured)
  const publicUrl = new URL(configured.publicUrl)
  const isTrusted = trustProxies(configured.trustedProxies)
  announce(dev ? 'Loading Next with its compiler' : 'Loading the console')
  const next = await loadNext(configured, dev)
  running.next = next
  const server = createHttpServer(createFront({ publicUrl, isTrusted, dev, handle: next.handle }), publicUrl.protocol === 'https:')
  next.attach(server)
  await listen(server, configured.port, configured.host)
  running.server = server
  running.background = await startBackgroundWork()
  Object.assign(about, { state: 'running', url: configured.publicUrl })
  process.stdout.write(welcome(configured, demo, await makeSetupLink(configured.publicUrl)))
}

async function main(): Promise<void> {
  const raw = rawEnv()
  const dataDir = resolve(raw['DATA_DIR'] || '.data')
  const about: About = { state: 'being started', url: null }
  const { holder, release } = await acquireInstanceLock(dataDir, about)
  if (holder) throw new Error(describeHolder(holder))
  Object.assign(running, { release, about })
  stopOnSignal(running)
  provideEnv({ NODE_ENV: dev ? 'development' : 'production' })
  const { env, embedded } = await configure(raw, dataDir)
  running.embedded = embedded
  embedded?.keepRunning((line, error) => log.error({ err: error }, line))
  await serve(env, about)
}

// A request's failure is answered where it happens. What nobody has caught is a fault of ours: say it and go on.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))

try {
  await main()
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  await stopAll(running)
  process.exit(1)
}
