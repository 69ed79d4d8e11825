import { createServer } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'
import pg from 'pg'

/**
 * oidc-provider as others run it: opaque refresh tokens and grants in PostgreSQL, access tokens as JWTs.
 *
 * Arguments: port, address of an empty database, how many refresh tokens to make. Prints them as one line of JSON.
 */
const [port = '', connectionString = '', count = ''] = process.argv.slice(2)
const RESOURCE = 'https://api.bench.example'
const HALF_AN_HOUR = 1_799
const pool = new pg.Pool({ connectionString, max: 10 })

await pool.query(`
  CREATE TABLE payload (kind text, id text, payload jsonb NOT NULL, grant_id text, expires_at timestamptz, consumed_at timestamptz, PRIMARY KEY (kind, id));
  CREATE INDEX ON payload (grant_id)`)

const FIND = { name: 'find', text: 'SELECT payload, consumed_at FROM payload WHERE kind = $1 AND id = $2 AND (expires_at IS NULL OR expires_at > now())' }

class Adapter {
  constructor(kind) {
    this.kind = kind
  }

  async upsert(id, payload, seconds) {
    await pool.query(
      `INSERT INTO payload (kind, id, payload, grant_id, expires_at) VALUES ($1, $2, $3, $4, now() + $5 * interval '1 second')
       ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, expires_at = excluded.expires_at`,
      [this.kind, id, payload, payload.grantId ?? null, seconds ?? null],
    )
  }

  async find(id) {
    const [row] = (await pool.query({ ...FIND, values: [this.kind, id] })).rows
    return row && { ...row.payload, ...(row.consumed_at && { consumed: true }) }
  }

  async consume(id) {
    await pool.query('UPDATE payload SET consumed_at = now() WHERE kind = $1 AND id = $2', [this.kind, id])
  }

  async destroy(id) {
    await pool.query('DELETE FROM payload WHERE kind = $1 AND id = $2', [this.kind, id])
  }

  async revokeByGrantId(grantId) {
    await pool.query('DELETE FROM payload WHERE grant_id = $1', [grantId])
  }
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const provider = new Provider(`http://127.0.0.1:${port}`, {
  adapter: Adapter,
  clients: [
    {
      client_id: 'bench',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://client.bench.example/back'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'bench', alg: 'ES256', use: 'sig' }] },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  rotateRefreshToken: false,
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: 'read', audience: RESOURCE, accessTokenTTL: HALF_AN_HOUR, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
    },
  },
})

async function makeRefreshToken(client, at) {
  const accountId = `account-${at}`
  const grant = new provider.Grant({ accountId, clientId: client.clientId })
  grant.addResourceScope(RESOURCE, 'read')
  const token = new provider.RefreshToken({ client, accountId, grantId: await grant.save(), gty: 'authorization_code', scope: 'read', resource: RESOURCE })
  return token.save()
}

const client = await provider.Client.find('bench')
const credentials = []
for (let at = 0; at < Number(count); at += 1) credentials.push(await makeRefreshToken(client, at))
await pool.query('ANALYZE payload')
createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => process.stdout.write(`${JSON.stringify(credentials)}\n`))
