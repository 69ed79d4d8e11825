import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Operator } from '@/lib/oauth/operator'
import { closeDatabase } from '@/lib/platform/db'
import { env, provideEnv, rawEnv } from '@/lib/platform/env'
import { APPLICATION, DATABASE, readCredentials } from '../database/credentials'
import { loadDemoSecrets } from '../secrets'

/** Whoever asks from this machine's command line: no person that the console knows. */
export const commandLine = (): Operator => ({ userId: null, request: { requestId: crypto.randomUUID(), ip: null, userAgent: 'command line' } })

const START_IT = (dataDir: string) => `Tokenward is not running from ${dataDir}. Start it with npm start, or say where it runs by DATA_DIR, and run this again beside it.`

/** What a demo has made for itself. Nothing is made here: this is for an installation that there is. */
async function provideDemo(dataDir: string): Promise<void> {
  const credentials = await readCredentials(dataDir)
  const known = await access(join(dataDir, 'secrets.json')).then(() => true, () => false)
  if (!credentials || !known) throw new Error(START_IT(dataDir))
  const { secrets } = await loadDemoSecrets(dataDir)
  const given = Object.fromEntries(Object.entries(rawEnv()).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const databaseUrl = `postgresql://${APPLICATION}:${credentials.appPassword}@127.0.0.1:${credentials.port}/${DATABASE}`
  provideEnv({ ...secrets, ...given, TOKENWARD_ENV: 'demo', DATABASE_URL: databaseUrl, DATA_DIR: dataDir })
}

/** @throws {Error} with a sentence that says what to do where the database is not to be reached */
async function requireDatabase(whereNot: string): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`${whereNot}\n(${error instanceof Error ? error.message || error.name : String(error)})`, { cause: error })
  }
  await client.end()
}

/**
 * Runs `work` on the database of an installation, also while that serves: the one that DATABASE_URL names, with the
 * configuration that its server has, or else the embedded one of DATA_DIR, which a running server has started.
 */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const dataDir = resolve(rawEnv()['DATA_DIR'] || '.data')
  const embedded = !rawEnv()['DATABASE_URL']
  if (embedded) await provideDemo(dataDir)
  await requireDatabase(embedded ? START_IT(dataDir) : 'The database that DATABASE_URL names cannot be reached.')
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}
