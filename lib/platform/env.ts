import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { mailVariables, readMailVariables } from './mail-env'

/** Raw variables by name, as the process or a test gives them. */
export type RawEnv = Readonly<Record<string, string | undefined>>

/** Required in production, at least 32 bytes each and all different; generated in demo mode. */
export const REQUIRED_SECRETS = [
  'NEXTAUTH_SECRET',
  'TOKEN_HMAC_KEYS',
  'KEY_ENCRYPTION_KEY',
  'CRON_SECRET',
  'METRICS_TOKEN',
] as const

/** A key that makes digests of API tokens. New digests use the newest, lookups try all. */
export type HmacKey = { version: number; key: Buffer }

const MIN_SECRET_BYTES = 32

/** How access tokens are signed: ES256, unless clients know only RSA. */
export const SIGNING_ALGORITHMS = ['ES256', 'RS256'] as const

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const flag = (fallback: '0' | '1') =>
  z
    .enum(['0', '1'], 'must be 0 or 1')
    .default(fallback)
    .transform((value) => value === '1')

const secret = z
  .string('is missing')
  .refine((value) => Buffer.byteLength(value) >= MIN_SECRET_BYTES, `must be at least ${MIN_SECRET_BYTES} bytes`)

const encryptionKey = secret
  .transform((value) => Buffer.from(value, 'base64url'))
  .refine((key) => key.length === MIN_SECRET_BYTES, `must be ${MIN_SECRET_BYTES} bytes in base64url`)

/** `1:<base64url>,2:<base64url>`; versions rise. */
const hmacKeys = z
  .string('is missing')
  .regex(/^\d+:[\w-]+(,\d+:[\w-]+)*$/, 'must look like 1:<base64url>,2:<base64url>')
  .transform((list): HmacKey[] =>
    list.split(',').map((entry) => {
      const [version = '', key = ''] = entry.split(':')
      return { version: Number(version), key: Buffer.from(key, 'base64url') }
    }),
  )
  .refine((keys) => keys.every(({ key }) => key.length >= MIN_SECRET_BYTES), `each key must be at least ${MIN_SECRET_BYTES} bytes`)
  .refine((keys) => keys.every(({ version }, at) => at === 0 || version > (keys[at - 1]?.version ?? 0)), 'versions must rise')

const url = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).transform((value) => value.replace(/\/+$/, ''))
/** Lower case, as people are looked up. */
const addresses = z
  .string()
  .default('')
  .transform((list) => list.toLowerCase().split(',').map((entry) => entry.trim()).filter(Boolean))
  .pipe(z.array(z.email('must be e-mail addresses, separated by commas')))

const databaseUrl = z.string('is missing').regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL')

type Secrets = { NEXTAUTH_SECRET: string; CRON_SECRET: string; METRICS_TOKEN: string; KEY_ENCRYPTION_KEY: Buffer; TOKEN_HMAC_KEYS: HmacKey[] }

/** Names of secrets that another one repeats: whoever learns the one would have the other. */
function repeatedSecrets(read: Secrets): string[] {
  const { TOKEN_HMAC_KEYS, KEY_ENCRYPTION_KEY, ...plain } = read
  const named = [
    ...(['NEXTAUTH_SECRET', 'CRON_SECRET', 'METRICS_TOKEN'] as const).map((name) => [name, plain[name]] as const),
    ['KEY_ENCRYPTION_KEY', KEY_ENCRYPTION_KEY.toString('base64url')] as const,
    ...TOKEN_HMAC_KEYS.map(({ key }) => ['TOKEN_HMAC_KEYS', key.toString('base64url')] as const),
  ]
  return named.filter(([, value], at) => named.findIndex(([, other]) => other === value) < at).map(([name]) => name)
}

const schema = z
  .object({
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: url.optional(),
    TOKENWARD_ENV: z.enum(['demo', 'production'], 'must be demo or production').optional(),
    TOKENWARD_FRONT: z.enum(['server']).optional(),
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    NEXTAUTH_SECRET: secret,
    TOKEN_HMAC_KEYS: hmacKeys,
    TOKEN_HMAC_KEY_VERSION: z.coerce.number('must be a number').int().optional(),
    KEY_ENCRYPTION_KEY: encryptionKey,
    CRON_SECRET: secret,
    METRICS_TOKEN: secret,
    ACCESS_TOKEN_ALG: z.enum(SIGNING_ALGORITHMS, `must be ${SIGNING_ALGORITHMS.join(' or ')}`).default('ES256'),
    TRUSTED_PROXIES: z.string().default(''),
    SEED_DEMO: flag('1'),
    DEMO_PUBLIC: flag('0'),
    INSTALLATION_OWNERS: addresses,
    ...mailVariables,
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  })
  .superRefine((read, context) => {
    const versions = read.TOKEN_HMAC_KEYS.map(({ version }) => version)
    const chosen = read.TOKEN_HMAC_KEY_VERSION
    if (chosen !== undefined && !versions.includes(chosen)) context.addIssue({ code: 'custom', path: ['TOKEN_HMAC_KEY_VERSION'], message: 'must be one of the versions in TOKEN_HMAC_KEYS' })
    for (const name of repeatedSecrets(read)) context.addIssue({ code: 'custom', path: [name], message: 'must differ from every other secret' })
  })

/** Who owns a demo that does not say: the owner of its first organization. */
const DEMO_OWNER = 'ada.rossi@example.com'

/** The mode that `raw` asks for, before a database is started for the demo. */
export function decideMode(raw: RawEnv): 'demo' | 'production' {
  if (raw['TOKENWARD_ENV'] === 'production') return 'production'
  if (raw['TOKENWARD_ENV'] === 'demo') return 'demo'
  return raw['DATABASE_URL'] ? 'production' : 'demo'
}

/**
 * The configuration that `raw` describes.
 *
 * @throws {Error} one line for each variable that is missing or malformed, without any value
 * @see docs/configuration.md
 */
export function parseEnv(raw: RawEnv) {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}`)
  }
  const read = parsed.data
  const mode = decideMode(given)
  const publicUrl = read.PUBLIC_URL ?? `http://127.0.0.1:${read.PORT}`
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl,
    mode,
    behindOwnServer: read.TOKENWARD_FRONT === 'server',
    databaseUrl: read.DATABASE_URL,
    migrationDatabaseUrl: read.MIGRATION_DATABASE_URL ?? read.DATABASE_URL,
    dataDir: isAbsolute(read.DATA_DIR) ? read.DATA_DIR : resolve(/* turbopackIgnore: true */ process.cwd(), read.DATA_DIR),
    nextauthSecret: read.NEXTAUTH_SECRET,
    /** The last one makes new digests: the newest, unless another is chosen while all instances learn of the newest. */
    tokenHmacKeys: read.TOKEN_HMAC_KEYS.toSorted((one, other) => Number(one.version === read.TOKEN_HMAC_KEY_VERSION) - Number(other.version === read.TOKEN_HMAC_KEY_VERSION)),
    keyEncryptionKey: read.KEY_ENCRYPTION_KEY,
    cronSecret: read.CRON_SECRET,
    metricsToken: read.METRICS_TOKEN,
    accessTokenAlg: read.ACCESS_TOKEN_ALG,
    trustedProxies: read.TRUSTED_PROXIES.split(',').map((entry) => entry.trim()).filter(Boolean),
    seedDemo: read.SEED_DEMO,
    demoPublic: read.DEMO_PUBLIC,
    installationOwners: read.INSTALLATION_OWNERS.length === 0 && mode === 'demo' ? [DEMO_OWNER] : read.INSTALLATION_OWNERS,
    ...readMailVariables(read, publicUrl),
  }
}

export type Env = ReturnType<typeof parseEnv>

let parsed: Env | undefined

/**
 * The configuration of this process, read once.
 *
 * @throws {Error} see parseEnv
 */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** The variables as they were given, for the starter, which has to complete them before they can be parsed. */
export function rawEnv(): RawEnv {
  return process.env
}

/**
 * Sets variables that the starter found or made: generated secrets, the embedded database's address.
 *
 * @throws {Error} if the configuration has already been read, since what was read would be stale
 */
export function provideEnv(values: Readonly<Record<string, string>>): void {
  if (parsed) throw new Error('The configuration was already read')
  Object.assign(process.env, values)
}
