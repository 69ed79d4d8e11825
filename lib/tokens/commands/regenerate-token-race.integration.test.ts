import { beforeAll, describe, expect, it } from 'vitest'
import { DEACTIVATE, exchange, makeToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'
import { regenerateToken } from './regenerate-token'
import { revokeToken } from './revoke-token'

await createTestDatabase()
beforeAll(ensureSigningKey)

const seen = (tokenId: string) => ({ tokenId, generation: 1, ttl: null })
const newMember = async () => makeMember(await makeOrganization())

describe('regenerating a token at the same time as', () => {
  /** Changes the database on a connection of its own, and commits when regenerating waits for it. */
  async function meanwhile(sql: string, values: unknown[], run: () => Promise<string>): Promise<string> {
    const other = await pool().connect()
    try {
      await other.query('BEGIN')
      await other.query(sql, values)
      const outcome = run()
      await expect.poll(() => pool().query(`SELECT 1 FROM pg_locks WHERE NOT granted`).then(({ rowCount }) => rowCount)).toBeGreaterThan(0)
      await other.query('COMMIT')
      return await outcome
    } finally {
      other.release()
    }
  }

  it.each([
    ['a deactivation', `UPDATE api_token SET ${DEACTIVATE} WHERE org_id = $1 AND id = $2`, 'token_deactivated'],
    ['a revocation', 'UPDATE api_token SET revoked_at = now() WHERE org_id = $1 AND id = $2', 'token_revoked'],
    [
      'a lower limit',
      `UPDATE token_policy SET max_enabled = true, max_ttl_value = 1, max_ttl_unit = 'hours' WHERE org_id = $1 AND $2::uuid IS NOT NULL`,
      'ttl_above_limit',
    ],
  ])('%s, which commits first, it is refused', async (_name, sql, code) => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    expect(await meanwhile(sql, [ctx.orgId, tokenId], () => refusal(regenerateToken(ctx, seen(tokenId))))).toBe(code)
    expect(await prisma().outboxMail.count({ where: { orgId: ctx.orgId, template: 'token_regenerated' } })).toBe(0)
  })

  it('revocations, whichever comes first, the token ends revoked and no secret works', async () => {
    const ctx = await newMember()
    const made = await Promise.all(Array.from({ length: 8 }, () => makeToken(ctx)))
    const secrets = await Promise.all(
      made.map(async ({ tokenId, apiToken }) => {
        const [renewed] = await Promise.allSettled([regenerateToken(ctx, seen(tokenId)), revokeToken(ctx, { tokenId })])
        return renewed.status === 'fulfilled' ? renewed.value.apiToken : apiToken
      }),
    )
    for (const apiToken of secrets) expect((await exchange(apiToken)).answer['errorCode']).toBe('token_revoked')
  })
})
