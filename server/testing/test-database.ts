import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from '@/lib/platform/db'
import { provideEnv } from '@/lib/platform/env'
import { DATABASE, OWNER } from '../database/credentials'
import { makeSecrets } from '../secrets'

export type TestDatabase = { databaseUrl: string; migrationDatabaseUrl: string; superuserUrl: string }

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('cluster').superuserUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/**
 * Gives the calling test file a database of its own, migrated and empty, and points the configuration at it, so that
 * `pool()` and `prisma()` use it. Call it at the top of the file, before anything reads the configuration. The
 * connections are the application's: what it may not do fails here as it would in production.
 */
export async function createTestDatabase(variables: Record<string, string> = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${DATABASE} OWNER ${OWNER}`)
  afterAll(async () => {
    await closeDatabase()
    await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  const { databaseUrl, migrationDatabaseUrl, superuserUrl } = inject('cluster')
  const addresses = {
    databaseUrl: addressOf(databaseUrl, name),
    migrationDatabaseUrl: addressOf(migrationDatabaseUrl, name),
    superuserUrl: addressOf(superuserUrl, name),
  }
  provideEnv({
    ...makeSecrets(),
    TOKENWARD_ENV: 'demo',
    DATABASE_URL: addresses.databaseUrl,
    MIGRATION_DATABASE_URL: addresses.migrationDatabaseUrl,
    ...variables,
  })
  return addresses
}
