import { isIP } from 'node:net'
import { decideMode, env, parseEnv, provideEnv, type Env, type RawEnv } from '@/lib/platform/env'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../database/embedded'
import { loadDemoSecrets } from '../secrets'
import { announce } from './announce'

/** Stands for the database that is only started once everything else is known to be right. */
const DATABASE_TO_COME = 'postgresql://to.come/tokenward'

export type Configured = { env: Env; embedded: EmbeddedDatabase | null }

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** A demo hands out its passwords on the terminal and in a file: not something to show to a network by accident. */
function refuseOpenDemo({ mode, host, demoPublic }: Env): void {
  if (mode === 'production' || demoPublic || isLoopback(host)) return
  throw new Error(`A demo is not served on ${host}. Use HOST=127.0.0.1, set DEMO_PUBLIC=1 if everybody may see it, or configure production.`)
}

/** Checks the whole configuration before anything is started, then starts the database if none is given. */
export async function configure(raw: RawEnv, dataDir: string): Promise<Configured> {
  const database = raw['DATABASE_URL'] || DATABASE_TO_COME
  const mode = decideMode(raw)
  const demo = mode === 'demo' ? await loadDemoSecrets(dataDir) : null
  if (demo?.created) announce(`Generated secrets: ${dataDir}/secrets.json (back it up with the database)`)
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value))
  const variables = { ...demo?.secrets, ...given, TOKENWARD_ENV: mode, DATABASE_URL: database }
  const checked = parseEnv(variables)
  refuseOpenDemo(checked)
  const embedded = raw['DATABASE_URL'] ? null : await startDatabase(dataDir)
  try {
    provideEnv({
      ...demo?.secrets,
      ...(embedded && { DATABASE_URL: embedded.databaseUrl, MIGRATION_DATABASE_URL: embedded.migrationDatabaseUrl }),
      TOKENWARD_ENV: mode,
      TOKENWARD_FRONT: 'server',
      DATA_DIR: dataDir,
      NEXTAUTH_URL: checked.publicUrl,
    })
    return { env: env(), embedded }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function startDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const since = performance.now()
  const database = await startEmbeddedDatabase(dataDir, announce)
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  announce(`${database.adopted ? 'Found the embedded PostgreSQL running' : 'Started the embedded PostgreSQL'} in ${database.folder} (${seconds} s)`)
  return database
}
