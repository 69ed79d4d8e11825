import pg from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from './db'

const { databaseUrl, superuserUrl } = await createTestDatabase()

it('writes and reads an instant as it is, whatever zone the database has as its own', async () => {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await superuser.query(`ALTER DATABASE ${superuser.escapeIdentifier(new URL(databaseUrl).pathname.slice(1))} SET timezone = 'America/New_York'`)
  await superuser.end()
  const at = new Date('2026-03-08T06:59:59.999Z')
  const [found] = await prisma().$queryRaw<{ same: boolean; read: Date }[]>`SELECT ${at}::timestamptz = '2026-03-08T06:59:59.999Z'::timestamptz AS same, '2026-03-08T06:59:59.999Z'::timestamptz AS read`
  expect(found).toEqual({ same: true, read: at })
  expect((await pool().query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }])
})
