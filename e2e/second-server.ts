import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBareServer, type BareServer } from '../server/testing/run-server'
import { product } from './product'

const readOwn = <Shape>(file: string) => JSON.parse(readFileSync(join(product.dataDir, file), 'utf8')) as Shape

/** One more process of the product on the same database, as an installation has that serves from two machines. */
export async function runSecondServer(): Promise<BareServer> {
  const { ownerPassword } = readOwn<{ ownerPassword: string }>('postgres.json')
  const migrations = new URL(product.databaseUrl)
  migrations.username = 'tokenward_owner'
  migrations.password = ownerPassword
  return runBareServer({
    ...readOwn<Record<string, string>>('secrets.json'),
    TOKENWARD_ENV: 'production',
    PUBLIC_URL: product.url,
    DATABASE_URL: product.databaseUrl,
    MIGRATION_DATABASE_URL: migrations.href,
    MAIL_FROM: 'tokenward@example.com',
  })
}
