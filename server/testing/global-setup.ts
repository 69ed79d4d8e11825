import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/prisma/migrate'
import { APPLICATION } from '../database/credentials'
import { startEmbeddedDatabase } from '../database/embedded'
import { listAbandonedDataDirs, makeDataDir, removeDataDir } from './temporary-folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the run's cluster; their database is the migrated template. */
    cluster: { superuserUrl: string; databaseUrl: string; migrationDatabaseUrl: string }
  }
}

const quiet = () => undefined

async function removeAbandoned(): Promise<void> {
  for (const dataDir of await listAbandonedDataDirs()) {
    // Adopting it is the way to end what may still run there.
    const started = await startEmbeddedDatabase(dataDir, quiet).catch(() => null)
    await started?.stop()
    await removeDataDir(dataDir)
  }
}

/** One PostgreSQL for the whole run, migrated once; each test file copies it, see `createTestDatabase`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const dataDir = await makeDataDir()
  const database = await startEmbeddedDatabase(dataDir, quiet)
  const { superuserUrl, databaseUrl, migrationDatabaseUrl } = database
  await applyMigrations({ url: migrationDatabaseUrl, appRole: APPLICATION })
  project.provide('cluster', { superuserUrl, databaseUrl, migrationDatabaseUrl })
  return async () => {
    await database.stop()
    await removeDataDir(dataDir)
  }
}
