import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { jwt } from 'better-auth/plugins'
import pg from 'pg'

/**
 * better-auth with the two plugins that make of an API key a JWT: `api-key` opens a session for it, `jwt` signs a token
 * for the session. Limits are off, as they are on success everywhere else.
 *
 * Arguments: port, address of an empty database, how many API keys to make. Prints them as one line of JSON.
 */
const [port = '', connectionString = '', count = ''] = process.argv.slice(2)
const KEYS_EACH = 100

const options = {
  baseURL: `http://127.0.0.1:${port}`,
  secret: randomBytes(32).toString('hex'),
  database: new pg.Pool({ connectionString, max: 10 }),
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
  plugins: [
    apiKey({ enableSessionForAPIKeys: true, rateLimit: { enabled: false } }),
    jwt({ jwks: { keyPairConfig: { alg: 'ES256' } }, jwt: { expirationTime: '30m' } }),
  ],
}

const { runMigrations } = await getMigrations(options)
await runMigrations()
const auth = betterAuth(options)

async function makeUser(at) {
  const { user } = await auth.api.signUpEmail({ body: { email: `user-${at}@bench.example`, name: 'Bench', password: randomBytes(16).toString('hex') } })
  return user.id
}

const credentials = []
while (credentials.length < Number(count)) {
  const userId = await makeUser(credentials.length)
  for (let made = 0; made < KEYS_EACH; made += 1) credentials.push((await auth.api.createApiKey({ body: { userId } })).key)
}
createServer(toNodeHandler(auth)).listen(Number(port), '127.0.0.1', () => process.stdout.write(`${JSON.stringify(credentials)}\n`))
