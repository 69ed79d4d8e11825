import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REQUIRED_SECRETS } from '@/lib/platform/env'
import { makeSecrets } from '../secrets'
import { configure } from './configure'

let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tokenward-configure-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const DATABASE_URL = 'postgresql://app:app@127.0.0.1:1/tokenward'
const refusalOf = (raw: Record<string, string>) => configure(raw, dataDir).then(() => '', (error: Error) => error.message)

it.each([
  ['a database is given', { DATABASE_URL }],
  ['production is said', { TOKENWARD_ENV: 'production' }],
  ['the secrets are empty', { DATABASE_URL, ...Object.fromEntries(REQUIRED_SECRETS.map((name) => [name, ''])) }],
])('refuses production without its secrets and names them all, when %s', async (_what, raw) => {
  const message = await refusalOf(raw)
  for (const name of REQUIRED_SECRETS) expect(message).toContain(name)
})

it('refuses a secret that is too short without showing it', async () => {
  const message = await refusalOf({ DATABASE_URL, ...makeSecrets(), CRON_SECRET: 'too-short' })
  expect(message).toContain('CRON_SECRET')
  expect(message).not.toContain('too-short')
})

it('starts nothing and writes nothing when it refuses', async () => {
  await refusalOf({ TOKENWARD_ENV: 'production' })
  expect(await readdir(dataDir)).toEqual([])
})

it('does not serve a demo to a network by accident', async () => {
  expect(await refusalOf({ HOST: '0.0.0.0' })).toContain('DEMO_PUBLIC=1')
})
