import { beforeAll, expect, it } from 'vitest'
import { exchangeWith, makeToken } from '@/server/testing/exchange'
import { codeOf, forgetSteps, makeMfaDevice, wrongCodeFor } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import { requireRecentSignIn } from '../../platform/recent-sign-in'
import { ensureSigningKey } from '../../platform/signing-keys'
import { renewRecoveryCodes } from './renew-recovery-codes'
import { startMfaDevice } from './start-mfa-device'
import { turnOffMfa } from './turn-off-mfa'

await createTestDatabase()
beforeAll(ensureSigningKey)

async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`,
  )
  expect(tables.length).toBeGreaterThan(10)
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await pool().query(`SELECT 1 FROM ${name} AS row WHERE strpos(row::text, $1) > 0 OR strpos(row::text, $2) > 0 LIMIT 1`, [text, Buffer.from(text).toString('hex')])
    if (rowCount) found.push(name)
  }
  return found
}

it('neither the key of a device nor a recovery code stands in any table, whatever was done with them', async () => {
  const ctx = requireRecentSignIn(await makeMember(await makeOrganization()))
  const { apiToken } = await makeToken(ctx)
  const { secret, recoveryCodes } = await makeMfaDevice(ctx)
  const [first = '', second = ''] = recoveryCodes
  for (const passcode of [codeOf(secret), wrongCodeFor(secret), first, first]) await exchangeWith(apiToken, passcode)
  const renewed = await renewRecoveryCodes(ctx, { code: second })
  await forgetSteps(ctx)
  await turnOffMfa(ctx, { code: codeOf(secret) })
  const waiting = requireRecentSignIn(await makeMember(await makeOrganization()))
  const pending = await startMfaDevice(waiting)
  const codes = [...recoveryCodes, ...renewed.recoveryCodes]
  for (const canary of [secret, pending.secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) expect(await tablesWith(canary)).toEqual([])
  // What is looked for would be found.
  expect(await tablesWith('mfa_changed')).toContain('public.outbox_mail')
})
