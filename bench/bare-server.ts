import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * What an exchange costs at least: a bare Node server that does one prepared indexed read and one ES256 signature.
 *
 * Arguments: port, address of the database, HMAC key in base64url, organization.
 */
const [port = '', databaseUrl = '', hmacKey = '', orgId = ''] = process.argv.slice(2)
const key = Buffer.from(hmacKey, 'base64url')
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const head = Buffer.from('{"alg":"ES256","typ":"at+jwt"}').toString('base64url')

const READ = { name: 'read', text: 'SELECT id, user_id, generation, expires_at, org_roles FROM api_token WHERE org_id = $1 AND digest = $2' }

async function exchange(body: string): Promise<string> {
  const apiToken = new URLSearchParams(body).get('api_token') ?? ''
  const digest = createHmac('sha256', key).update(apiToken).digest()
  const { rows } = await pool.query<{ id: string; user_id: string }>({ ...READ, values: [orgId, digest] })
  const [row] = rows
  if (!row) throw new Error('Unknown token')
  const now = Math.floor(Date.now() / 1_000)
  const claims = Buffer.from(JSON.stringify({ sub: row.user_id, tid: row.id, iat: now, exp: now + 1_799 })).toString('base64url')
  const signature = sign('sha256', Buffer.from(`${head}.${claims}`), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return JSON.stringify({ access_token: `${head}.${claims}.${signature.toString('base64url')}`, token_type: 'bearer', expires_in: 1_799 })
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    exchange(Buffer.concat(chunks).toString()).then(
      (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('[]\n'))
