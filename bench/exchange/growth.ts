import pg from 'pg'
import { DATABASE } from '@/server/database/credentials'
import { runServer, type RunningServer } from '@/server/testing/run-server'
import { addManyTokens } from '../many-tokens'
import { median, report } from '../report'
import { databaseBeside } from './beside'
import { byTurns, EXCHANGES, PREPARED, type Target } from './load'

const SMALL = 10_000
export const LARGE = 10_000_000
const ROUNDS = 3
/** Tokens of one INSERT. */
const BATCH = 500_000

/** Like the ones that are exchanged, but nobody has their secrets. */
const FILL = `
  WITH filled AS (
    INSERT INTO api_token (org_id, id, user_id, user_name, user_email, name, digest, digest_key_version, last_four, created_at, issued_at,
                           ttl_value, ttl_unit, expires_at, org_roles, service_roles, idempotency_key)
    SELECT t.org_id, uuidv7(), t.user_id, t.user_name, t.user_email, t.name, sha256(uuid_send(gen_random_uuid())), t.digest_key_version, t.last_four, t.created_at, t.issued_at,
           t.ttl_value, t.ttl_unit, t.expires_at, t.org_roles, t.service_roles, gen_random_uuid()
      FROM generate_series(1, $1::int), (SELECT * FROM api_token WHERE org_id = $2 AND name = 'bench' LIMIT 1) t
    RETURNING org_id, id, user_id, created_at, issued_at, expires_at)
  INSERT INTO token_life (org_id, id, user_id, created_at, issued_at, expires_at) SELECT * FROM filled`

/** What an exchange and its last use go by. The console's own lists are not asked, and their indexes take an hour. */
const NEEDED = [`CREATE UNIQUE INDEX api_token_org_id_digest_key ON api_token (org_id, digest)`]
const UNNEEDED = `
  SELECT i.indexrelid::regclass::text AS name FROM pg_index i
   WHERE i.indrelid IN ('api_token'::regclass, 'token_life'::regclass) AND NOT i.indisprimary`

async function fill(server: RunningServer, tokens: number): Promise<Target> {
  const client = new pg.Client({ connectionString: await databaseBeside(server, DATABASE) })
  await client.connect()
  try {
    // A superuser's: rows that refer to each other need not be looked up one by one.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'`)
    const { rows } = await client.query<{ name: string }>(UNNEEDED)
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
    const apiTokens: string[] = []
    let orgId = ''
    // Secrets that are known lie spread among the others, as those in use do.
    const batches = Math.max(1, Math.ceil(tokens / BATCH))
    for (let batch = 0; batch < batches; batch += 1) {
      const known = await addManyTokens(server, Math.ceil(PREPARED / batches))
      apiTokens.push(...known.apiTokens)
      orgId = known.orgId
      await client.query(FILL, [Math.round(tokens / batches) - known.apiTokens.length, orgId])
    }
    for (const definition of NEEDED) await client.query(definition)
    await client.query('VACUUM ANALYZE api_token')
    await client.query('VACUUM ANALYZE token_life')
    await client.query('CHECKPOINT')
    return { url: server.url, credentials: apiTokens, prepare: EXCHANGES.product }
  } finally {
    await client.end()
  }
}

/** P4: exchanges with ten million tokens, or `tokens`, against those with ten thousand, on two installations side by side. */
export async function measureGrowth(tokens = LARGE): Promise<void> {
  const [few, many] = [await runServer({ LOG_LEVEL: 'warn' }), await runServer({ LOG_LEVEL: 'warn' })]
  try {
    const targets = { few: await fill(few, SMALL), many: await fill(many, tokens) }
    const rounds = await byTurns(targets, ROUNDS)
    const ratio = median(rounds.map((loads) => loads.many.perSecond / loads.few.perSecond))
    for (const name of ['few', 'many'] as const) report(`with ${name === 'few' ? SMALL : tokens} tokens, exchanges per second`, median(rounds.map((loads) => loads[name].perSecond)).toFixed(0))
    report(`P4: ${tokens} tokens ÷ ${SMALL}`, ratio.toFixed(2), { text: '≥ 0.8', reached: ratio >= 0.8 })
  } finally {
    await few.stop()
    await many.stop()
  }
}
