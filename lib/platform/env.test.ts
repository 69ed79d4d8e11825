import { describe, expect, it } from 'vitest'
import { decideMode, parseEnv } from './env'

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64url')
const complete = {
  DATABASE_URL: 'postgresql://a:b@127.0.0.1/c',
  NEXTAUTH_SECRET: key('a'),
  TOKEN_HMAC_KEYS: `1:${key('b')},3:${key('c')}`,
  KEY_ENCRYPTION_KEY: key('d'),
  CRON_SECRET: key('e'),
  METRICS_TOKEN: key('f'),
}

describe('parseEnv', () => {
  it('names everything that is missing, at once', () => {
    const message = (() => {
      try {
        parseEnv({})
      } catch (error) {
        return String(error)
      }
      return ''
    })()
    for (const name of Object.keys(complete)) expect(message).toContain(name)
  })

  it.each([
    ['a short secret', { CRON_SECRET: 'short' }, 'CRON_SECRET must be at least 32 bytes'],
    ['one secret for two purposes', { CRON_SECRET: complete.METRICS_TOKEN }, 'METRICS_TOKEN must differ'],
    ['a cookie secret that is an HMAC key as well', { NEXTAUTH_SECRET: key('b') }, 'TOKEN_HMAC_KEYS must differ'],
    ['one key for both kinds of keys', { KEY_ENCRYPTION_KEY: key('c') }, 'TOKEN_HMAC_KEYS must differ'],
    ['a short HMAC key', { TOKEN_HMAC_KEYS: '1:abc' }, 'TOKEN_HMAC_KEYS each key'],
    ['HMAC versions out of order', { TOKEN_HMAC_KEYS: `3:${key('b')},1:${key('c')}` }, 'versions must rise'],
    ['an HMAC version that is not there', { TOKEN_HMAC_KEY_VERSION: '2' }, 'TOKEN_HMAC_KEY_VERSION must be one of'],
    ['a port that is none', { PORT: 'http' }, 'PORT must be a number'],
    ['a sender that is no address', { MAIL_FROM: 'Tokenward' }, 'MAIL_FROM must look like'],
    ['a sender that would begin a header', { MAIL_FROM: 'a\r\nBcc: b <a@example.com>' }, 'MAIL_FROM must look like'],
    ['an owner of the installation that is no address', { INSTALLATION_OWNERS: 'ada@example.com, Ben' }, 'INSTALLATION_OWNERS must be e-mail addresses'],
    ['an address that is none', { PUBLIC_URL: 'tokens.example.com' }, 'PUBLIC_URL must be'],
  ])('refuses %s', (_name, change, said) => {
    expect(() => parseEnv({ ...complete, ...change })).toThrow(said)
  })

  it('never says a value', () => {
    expect(() => parseEnv({ ...complete, CRON_SECRET: 'hush' })).not.toThrow('hush')
  })

  it('puts the HMAC key last that is to make new digests', () => {
    expect(parseEnv({ ...complete, TOKEN_HMAC_KEY_VERSION: '1' }).tokenHmacKeys.map(({ version }) => version)).toEqual([3, 1])
  })

  it('reads HMAC keys newest last and drops the slash of the public URL', () => {
    const read = parseEnv({ ...complete, PUBLIC_URL: 'https://tokens.example.com/' })
    expect(read.tokenHmacKeys.map(({ version }) => version)).toEqual([1, 3])
    expect(read.publicUrl).toBe('https://tokens.example.com')
  })
})

describe('who owns the installation', () => {
  it.each([
    ['whom it names, in lower case', { INSTALLATION_OWNERS: 'Ada@Example.com, ben@example.com,' }, ['ada@example.com', 'ben@example.com']],
    ['nobody, unless it names somebody', {}, []],
    ["the demo's first owner, in a demo", { TOKENWARD_ENV: 'demo' }, ['ada.rossi@example.com']],
    ['whom it names, in a demo too', { TOKENWARD_ENV: 'demo', INSTALLATION_OWNERS: 'ben@example.com' }, ['ben@example.com']],
  ])('is %s', (_who, change, owners) => {
    expect(parseEnv({ ...complete, ...change }).installationOwners).toEqual(owners)
  })
})

describe('who mails are from', () => {
  it.each([
    [{}, 'Tokenward', 'no-reply@localhost'],
    [{ PUBLIC_URL: 'https://tokens.example.com' }, 'Tokenward', 'no-reply@tokens.example.com'],
    [{ MAIL_FROM: 'tokens@example.com' }, '', 'tokens@example.com'],
    [{ MAIL_FROM: 'Token Office <tokens@example.com>' }, 'Token Office', 'tokens@example.com'],
  ])('%o is %s at %s', (change, name, address) => {
    expect(parseEnv({ ...complete, ...change }).mailFrom).toEqual({ name, address })
  })
})

describe('how mails are sent', () => {
  const read = (change: object) => parseEnv({ ...complete, ...change })

  it('is into files where nothing else is set up', () => {
    expect(read({})).toMatchObject({ resend: null, smtp: null })
  })

  it('is by Resend with a key, at the address of a stand-in where there is one', () => {
    expect(read({ RESEND_API_KEY: 're_1' }).resend).toEqual({ apiKey: 're_1', baseUrl: 'https://api.resend.com' })
    expect(read({ RESEND_API_KEY: 're_1', RESEND_BASE_URL: 'http://127.0.0.1:4010/' }).resend?.baseUrl).toBe('http://127.0.0.1:4010')
  })

  it.each([
    ['smtps://ward:p%40ss%3Aword@mail.example.com', { host: 'mail.example.com', port: 465, tls: 'implicit', login: { user: 'ward', password: 'p@ss:word' } }],
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, tls: 'required', login: null }],
    ['smtp://localhost:25/', { host: 'localhost', port: 25, tls: 'none', login: null }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, tls: 'none', login: null }],
    ['smtp://127.example.com:25', { host: '127.example.com', port: 25, tls: 'required', login: null }],
  ])('is by SMTP with %s', (url, smtp) => {
    expect(read({ SMTP_URL: url }).smtp).toEqual(smtp)
  })

  it.each([
    [{ SMTP_URL: 'mail.example.com:25' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'https://mail.example.com' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://mail.example.com?tls.rejectUnauthorized=false' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://ward@mail.example.com' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://ward:50%@mail.example.com' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL must look like'],
    [{ RESEND_API_KEY: 're_1\r\nx: y' }, 'RESEND_API_KEY must be printable ASCII'],
    [{ RESEND_BASE_URL: 'http://mail.example.com' }, 'RESEND_BASE_URL must be an https URL'],
    [{ RESEND_BASE_URL: 'api.resend.com' }, 'RESEND_BASE_URL must be an https URL'],
  ])('is refused as %o', (change, said) => {
    expect(() => read(change)).toThrow(said)
  })

  it('is refused without a word of what was given', () => {
    expect(() => read({ SMTP_URL: 'smtp://ward:hush@mail.example.com/x' })).not.toThrow('hush')
  })
})

describe('decideMode', () => {
  it.each([
    [{}, 'demo'],
    [{ DATABASE_URL: 'postgresql://x' }, 'production'],
    [{ DATABASE_URL: 'postgresql://x', TOKENWARD_ENV: 'demo' }, 'demo'],
    [{ TOKENWARD_ENV: 'production' }, 'production'],
  ])('%o is %s', (raw, mode) => {
    expect(decideMode(raw)).toBe(mode)
  })
})
