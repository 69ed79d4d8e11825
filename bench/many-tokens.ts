import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { newId } from '@/lib/platform/ids'
import type { RunningServer } from '@/server/testing/run-server'
import { ENTROPY_BYTES, formatApiToken } from '@/lib/tokens/api-token'
import { digestForStorage } from '@/lib/tokens/digest'

/** Rows of one INSERT. */
const BATCH = 5_000

const INSERT = `
  WITH made AS (
    INSERT INTO api_token (org_id, id, user_id, user_name, user_email, name, digest, digest_key_version, last_four, created_at, issued_at,
                           ttl_value, ttl_unit, expires_at, org_roles, service_roles, idempotency_key)
    SELECT $1, id, $2, 'Bench Member', 'bench@example.com', 'bench', digest, $3, last_four, now(), now(), 6, 'months', now() + interval '6 months', '{org_member}', '{}', id
      FROM unnest($4::uuid[], $5::bytea[], $6::text[]) AS given (id, digest, last_four)
    RETURNING org_id, id, user_id, created_at, issued_at, expires_at)
  INSERT INTO token_life (org_id, id, user_id, created_at, issued_at, expires_at) SELECT * FROM made`

/** The key under which the product's demo makes digests. */
export async function readHmacKey(dataDir: string): Promise<{ version: number; key: Buffer }> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as { TOKEN_HMAC_KEYS: string }
  const [version = '', key = ''] = secrets.TOKEN_HMAC_KEYS.split(',').at(-1)?.split(':') ?? []
  return { version: Number(version), key: Buffer.from(key, 'base64url') }
}

/** Puts `count` working tokens of one member into the running demo's database, and gives back their secrets. */
export async function addManyTokens({ demo, dataDir }: RunningServer, count: number): Promise<{ orgId: string; apiTokens: string[] }> {
  const key = await readHmacKey(dataDir)
  const client = new pg.Client({ connectionString: demo.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ org_id: string; user_id: string }>(`SELECT org_id, user_id FROM membership WHERE 'org_member' = ANY (roles) ORDER BY org_id, user_id LIMIT 1`)
    const member = rows[0]
    if (!member) throw new Error('The demo has no member')
    const apiTokens: string[] = []
    while (apiTokens.length < count) {
      const batch = Array.from({ length: Math.min(BATCH, count - apiTokens.length) }, () => formatApiToken(member.org_id, randomBytes(ENTROPY_BYTES)))
      const digests = batch.map((apiToken) => digestForStorage([key], apiToken).digest)
      await client.query(INSERT, [member.org_id, member.user_id, key.version, batch.map(newId), digests, batch.map((apiToken) => apiToken.slice(-4))])
      apiTokens.push(...batch)
    }
    await client.query('ANALYZE api_token')
    return { orgId: member.org_id, apiTokens }
  } finally {
    await client.end()
  }
}
