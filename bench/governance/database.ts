import pg from 'pg'
import { closeDatabase } from '@/lib/platform/db'
import { provideEnv } from '@/lib/platform/env'
import { applyMigrations } from '@/prisma/migrate'
import { APPLICATION, DATABASE } from '@/server/database/credentials'
import { startEmbeddedDatabase } from '@/server/database/embedded'
import { makeSecrets } from '@/server/secrets'
import { makeDataDir, removeDataDir } from '@/server/testing/temporary-folder'
import { makeLargeOrganization, vacuum, type LargeOrganization } from './organization'

const LARGE = 1_000_000
const MIDDLE = 100_000
const SMALL = 1_000

/** `client` is a superuser's; the product's own connections are the application's, as `prisma()` makes them. `environment` is what the product is told of all this. */
export type GovernanceDatabase = { client: pg.Client; environment: Readonly<Record<string, string>>; large: LargeOrganization; middle: LargeOrganization; small: LargeOrganization }

/** Runs `work` on a database with an organization of a million tokens, one of a hundred thousand and one of a thousand, which is gone afterwards. */
export async function withGovernanceDatabase(work: (database: GovernanceDatabase) => Promise<void>): Promise<void> {
  const dataDir = await makeDataDir()
  const database = await startEmbeddedDatabase(dataDir, () => undefined)
  try {
    const { databaseUrl, migrationDatabaseUrl, superuserUrl } = database
    await applyMigrations({ url: migrationDatabaseUrl, appRole: APPLICATION })
    const environment = { ...makeSecrets(), TOKENWARD_ENV: 'demo', DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationDatabaseUrl, LOG_LEVEL: 'warn' }
    provideEnv(environment)
    const client = new pg.Client({ connectionString: Object.assign(new URL(superuserUrl), { pathname: `/${DATABASE}` }).href })
    await client.connect()
    try {
      const small = await makeLargeOrganization(client, SMALL)
      const middle = await makeLargeOrganization(client, MIDDLE)
      const large = await makeLargeOrganization(client, LARGE)
      await vacuum(client)
      await work({ client, environment, large, middle, small })
    } finally {
      await client.end()
      await closeDatabase()
    }
  } finally {
    await database.stop()
    await removeDataDir(dataDir)
  }
}
