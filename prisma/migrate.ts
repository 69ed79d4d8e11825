import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { installQueues } from '@/lib/platform/queue'
import { grantToApplication, QUEUE_SCHEMA } from './grants'
import { withSchemaEngine } from './schema-engine'

/** The starter runs in the project's root; so do the tests and the npm scripts. */
const FOLDER = resolve('prisma')
const MIGRATIONS = join(FOLDER, 'migrations')
const NO_FILTERS = { externalTables: [], externalEnums: [] }
/** Any number that nothing else in this database locks: two instances may start at once. */
const MIGRATION_LOCK = 7_016_273

export type Migration = {
  /** Of the role that owns the tables. */
  url: string
  /** The role that serves requests. The same as the owner where the operator has only one. */
  appRole: string
}

const readSchema = () => readFile(join(FOLDER, 'schema.prisma'), 'utf8')

async function listMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  const migrationDirectories = names.map(async (name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await readFile(join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
    },
  }))
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(MIGRATIONS, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  }
}

/** The SQL that would bring the live database to `prisma/schema.prisma`; empty when they agree. CHECKs are not compared. */
export async function diffAgainstSchema({ url }: Pick<Migration, 'url'>): Promise<string> {
  const schema = await readSchema()
  const files = [{ path: 'schema.prisma', content: schema }]
  const { stdout } = await withSchemaEngine(url, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: FOLDER },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  )
  const script = stdout?.trim() ?? ''
  return script === '-- This is an empty migration.' ? '' : script
}

async function applyPending(url: string): Promise<string[]> {
  const migrationsList = await listMigrations()
  const { appliedMigrationNames } = await withSchemaEngine(url, await readSchema(), (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
  )
  return appliedMigrationNames
}

/**
 * Brings the database up to date, checks that it then is what the schema says, makes the queues, and gives the
 * application's role its rights. Several instances may call it at once: one works, the others wait and find nothing
 * to do.
 *
 * @returns the names of the migrations that were applied
 * @throws {Error} if a migration fails, or if the database afterwards differs from the schema
 */
export async function applyMigrations({ url, appRole }: Migration): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tokenward-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await applyPending(url)
    const difference = await diffAgainstSchema({ url })
    if (difference) throw new Error(`The database differs from prisma/schema.prisma. This would mend it:\n${difference}`)
    const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [QUEUE_SCHEMA])
    await installQueues(url, rowCount === 0)
    await grantToApplication(client, appRole)
    return applied
  } finally {
    await client.end()
  }
}

/**
 * Drafts the migration from what there is to `prisma/schema.prisma`, for the developer to read and complete. What is
 * pending is applied first, or the draft would say it again.
 *
 * @param url of the role that owns the tables
 * @returns the draft's folder
 * @throws {Error} if a pending migration fails, or if there is nothing to write
 */
export async function writeMigration(url: string, name: string, now: Date): Promise<string> {
  await applyPending(url)
  const script = await diffAgainstSchema({ url })
  if (!script) throw new Error('Nothing to write: the database already agrees with prisma/schema.prisma.')
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), `${script}\n`)
  return folder
}
