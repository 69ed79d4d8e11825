import { beforeAll, describe, expect, it } from 'vitest'
import { exchangeWith, makeToken } from '@/server/testing/exchange'
import { codeOf, makeMfaDevice, wrongCodeFor } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { requirePasscode } from '../identity/commands/require-passcode'
import { pool, prisma } from '../platform/db'
import { ensureSigningKey } from '../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

async function makeHolder() {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken } = await makeToken(ctx)
  return { ctx, apiToken, ...(await makeMfaDevice(ctx)) }
}

describe('sixteen exchanges at once', () => {
  it.each([
    ['one code', ({ secret }: { secret: string; recoveryCodes: string[] }) => codeOf(secret)],
    ['one recovery code', ({ recoveryCodes }: { secret: string; recoveryCodes: string[] }) => recoveryCodes[0] ?? ''],
  ])('with %s get one access token, and lock nobody out', async (_name, codeFor) => {
    const holder = await makeHolder()
    const { apiToken: second } = await makeToken(holder.ctx)
    const passcode = codeFor(holder)
    const answers = await Promise.all(Array.from({ length: 16 }, (_each, at) => exchangeWith(at % 2 ? holder.apiToken : second, passcode)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ answer }) => answer['errorCode'] === 'mfa_invalid')).toHaveLength(15)
    expect((await exchangeWith(holder.apiToken, codeOf(holder.secret, 1))).status).toBe(200)
  })

  it('with wrong codes are looked at five times', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    const answers = await Promise.all(Array.from({ length: 16 }, () => exchangeWith(apiToken, wrongCodeFor(secret))))
    expect(answers.filter(({ answer }) => answer['errorCode'] === 'mfa_invalid')).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(11)
    expect(await prisma().auditEvent.count({ where: { orgId: ctx.orgId, type: 'csp__lock_mfa' } })).toBe(1)
  })
})

describe('after five wrong codes', () => {
  async function locked() {
    const holder = await makeHolder()
    for (let at = 0; at < 5; at += 1) expect((await exchangeWith(holder.apiToken, wrongCodeFor(holder.secret))).status).toBe(400)
    return holder
  }

  it('a right one is refused for five minutes, with the time to wait', async () => {
    const { ctx, apiToken, secret } = await locked()
    const refused = await exchangeWith(apiToken, codeOf(secret))
    expect(refused.status).toBe(429)
    expect(refused.answer).toMatchObject({ errorCode: 'too_many_failures', statusCode: 429 })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(290)
    expect(wait).toBeLessThanOrEqual(300)
    expect(await prisma().auditEvent.count({ where: { orgId: ctx.orgId, type: 'csp__refresh_token_exchange_failed', cause: 'mfa_locked' } })).toBe(1)
    await pool().query(`UPDATE mfa_device SET exchange_locked_until = now() WHERE user_id = $1`, [ctx.userId])
    expect((await exchangeWith(apiToken, codeOf(secret))).status).toBe(200)
  })

  it('the console goes on', async () => {
    const { ctx, secret } = await locked()
    await expect(requirePasscode(ctx, codeOf(secret))).resolves.toBeUndefined()
  })

  it('which were spread over more than five minutes, the next right one is taken', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    for (let at = 0; at < 4; at += 1) await exchangeWith(apiToken, wrongCodeFor(secret))
    await pool().query(`UPDATE mfa_device SET exchange_failed_at[1] = exchange_failed_at[1] - interval '5 minutes' WHERE user_id = $1`, [ctx.userId])
    expect((await exchangeWith(apiToken, wrongCodeFor(secret))).answer).toMatchObject({ errorCode: 'mfa_invalid' })
    expect((await exchangeWith(apiToken, codeOf(secret))).status).toBe(200)
  })
})
