import pg from 'pg'
import { APPLICATION, DATABASE, OWNER, superuserUrl, type Credentials } from './credentials'

/** What PostgreSQL lets everybody do, and nobody here needs: the two roles see their own database and no other. */
const REVOCATIONS = [
  `REVOKE ALL ON DATABASE ${DATABASE}, postgres, template1 FROM PUBLIC`,
  `GRANT CONNECT ON DATABASE ${DATABASE} TO ${APPLICATION}`,
]

/** Makes the two roles and the database that are missing, so that a first start that was cut off is completed. */
export async function createRoles(credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(credentials) })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database',
    )
    const present = new Set(rows.map(({ name }) => name))
    if (!present.has(OWNER)) await client.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD '${credentials.ownerPassword}'`)
    if (!present.has(APPLICATION)) await client.query(`CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${credentials.appPassword}'`)
    if (!present.has(DATABASE)) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
    for (const statement of REVOCATIONS) await client.query(statement)
  } finally {
    await client.end()
  }
}
