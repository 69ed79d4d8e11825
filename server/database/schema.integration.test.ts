import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyMigrations, diffAgainstSchema, writeMigration } from '@/prisma/migrate'
import { createTestDatabase } from '../testing/test-database'
import { APPLICATION } from './credentials'

const { databaseUrl, migrationDatabaseUrl: url } = await createTestDatabase()
const owner = new pg.Client({ connectionString: url })
const application = new pg.Client({ connectionString: databaseUrl })

beforeAll(() => Promise.all([owner.connect(), application.connect()]))
afterAll(() => Promise.all([owner.end(), application.end()]))

it('agrees with the migrations', async () => {
  expect(await diffAgainstSchema({ url })).toBe('')
})

it('has nothing left to apply, however many ask at once', async () => {
  const runs = [1, 2, 3].map(() => applyMigrations({ url, appRole: APPLICATION }))
  expect(await Promise.all(runs)).toEqual([[], [], []])
})

it('drafts no migration where there is nothing to change', async () => {
  await expect(writeMigration(url, 'add_nothing', new Date())).rejects.toThrow('Nothing to write')
})

it('refuses to go on with a database that somebody has changed', async () => {
  await owner.query('ALTER TABLE organization ADD COLUMN planted text')
  await expect(applyMigrations({ url, appRole: APPLICATION })).rejects.toThrow('DROP COLUMN "planted"')
  await owner.query('ALTER TABLE organization DROP COLUMN planted')
})

it.each([
  'CREATE TABLE planted (id int)',
  'DROP TABLE session',
  'UPDATE audit_event SET cause = NULL',
  'DELETE FROM audit_event',
  'TRUNCATE audit_event',
  'UPDATE installation_event SET cause = NULL',
  'DELETE FROM installation_event',
  'DELETE FROM _prisma_migrations',
  'CREATE TABLE pgboss.planted (id int)',
  'DROP TABLE pgboss.job',
  'CREATE ROLE planted',
])('does not let the application %s', async (sql) => {
  await expect(application.query(sql)).rejects.toMatchObject({ code: '42501' })
})

it('keeps enums and triggers out of the tables that are ours, which a sharded PostgreSQL refuses', async () => {
  const { rows } = await owner.query(`
    SELECT typname AS name FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
    UNION ALL SELECT tgname FROM pg_trigger JOIN pg_class t ON t.oid = tgrelid WHERE NOT tgisinternal AND t.relnamespace = 'public'::regnamespace`)
  expect(rows).toEqual([])
})

it('has the organization first in every key of a table that belongs to one', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT i.indexrelid::regclass::text AS name
      FROM pg_index i JOIN pg_attribute org ON org.attrelid = i.indrelid AND org.attname = 'org_id'
     WHERE i.indisunique AND i.indrelid::regclass::text NOT LIKE 'pg_%' AND i.indkey[0] <> org.attnum`)
  expect(rows).toEqual([])
})
