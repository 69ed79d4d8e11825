import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { applyMigrations } from '@/prisma/migrate'

/** Databases as operators make them, on the run's own server. */
const { superuserUrl } = inject('cluster')
const name = `roles_${randomBytes(6).toString('hex')}`
const PASSWORD = randomBytes(12).toString('hex')

async function asSuperuser(statements: string[], database?: string): Promise<void> {
  const address = new URL(superuserUrl)
  if (database) address.pathname = `/${database}`
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function addressAs(role: string, database: string): string {
  const address = new URL(superuserUrl)
  Object.assign(address, { username: role, password: PASSWORD, pathname: `/${database}` })
  return address.href
}

beforeAll(() => asSuperuser([`CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`, `CREATE DATABASE ${name} OWNER ${name}`, `CREATE DATABASE ${name}_narrow`]))
afterAll(() => asSuperuser([`DROP DATABASE ${name} WITH (FORCE)`, `DROP DATABASE ${name}_narrow WITH (FORCE)`, `DROP ROLE ${name}`]))

it('migrates where one role owns the tables and serves requests', async () => {
  const url = addressAs(name, name)
  expect(await applyMigrations({ url, appRole: name })).not.toEqual([])
  expect(await applyMigrations({ url, appRole: name })).toEqual([])
})

it('migrates where the role may make no schema, but has been given the two there are and the extension', async () => {
  await asSuperuser(['CREATE EXTENSION pg_trgm', `ALTER SCHEMA public OWNER TO ${name}`, `CREATE SCHEMA pgboss AUTHORIZATION ${name}`, `REVOKE CREATE ON DATABASE ${name}_narrow FROM PUBLIC`], `${name}_narrow`)
  const url = addressAs(name, `${name}_narrow`)
  expect(await applyMigrations({ url, appRole: name })).not.toEqual([])
  expect(await applyMigrations({ url, appRole: name })).toEqual([])
})
