import { relative, resolve } from 'node:path'
import { rawEnv, type Env } from '@/lib/platform/env'
import { applyMigrations, writeMigration } from '@/prisma/migrate'
import { acquireInstanceLock, describeHolder } from './launch/instance-lock.mjs'
import { configure } from './startup/configure'

const USAGE = 'npm run migrate applies what is pending; npm run migrate -- write <verb>_<object> drafts a new migration, such as write add_mail_claim.'
const NAME = /^[a-z]+(_[a-z0-9]+)+$/

/** What was asked for, once there is a database to do it on. */
function read([command, name = '']: string[]): (env: Env) => Promise<string> {
  if (command === undefined) {
    return async ({ databaseUrl, migrationDatabaseUrl: url }) => {
      const applied = await applyMigrations({ url, appRole: decodeURIComponent(new URL(databaseUrl).username) })
      return applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.'
    }
  }
  if (command !== 'write' || !NAME.test(name)) throw new Error(USAGE)
  return async ({ migrationDatabaseUrl }) => `Written: ${relative('.', await writeMigration(migrationDatabaseUrl, name, new Date()))}/migration.sql`
}

/** With the database that is configured, or else with the embedded one: started for this, and so by nobody else meanwhile. */
async function main(parameters: string[]): Promise<string> {
  const work = read(parameters)
  const raw = rawEnv()
  const dataDir = resolve(raw['DATA_DIR'] || '.data')
  if (raw['DATABASE_URL']) return work((await configure(raw, dataDir)).env)
  const { holder, release } = await acquireInstanceLock(dataDir, { state: 'being migrated', url: null })
  if (holder) throw new Error(describeHolder(holder))
  try {
    const { env, embedded } = await configure(raw, dataDir)
    try {
      return await work(env)
    } finally {
      await embedded?.stop()
    }
  } finally {
    release()
  }
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
