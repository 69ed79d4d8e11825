import { beforeAll, describe, expect, it } from 'vitest'
import { DEACTIVATE, exchange, loggedInUser, makeToken, setLife, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'
import { regenerateToken } from './regenerate-token'

await createTestDatabase()
beforeAll(ensureSigningKey)

const EXPIRE = `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now() - interval '1 day'`

const seen = (tokenId: string, generation = 1) => ({ tokenId, generation, ttl: null })
const tokenOf = (ctx: UserContext, id: string) => prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId: ctx.orgId, id } } })
const eventsOf = (ctx: UserContext) => prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, type: 'csp__regenerate_api_token' } })
const mailsOf = (ctx: UserContext) => prisma().outboxMail.findMany({ where: { orgId: ctx.orgId, template: 'token_regenerated' } })
const limitTo = (ctx: UserContext, days: number) =>
  prisma().tokenPolicy.update({ where: { orgId: ctx.orgId }, data: { maxEnabled: true, maxTtlValue: days, maxTtlUnit: 'days' } })
const newMember = async () => makeMember(await makeOrganization())

async function accessTokenFor(apiToken: string): Promise<string> {
  return String((await exchange(apiToken)).answer['access_token'])
}
const introspected = async (accessToken: string) => (await loggedInUser({ authorization: `Bearer ${accessToken}` })).status

/** Refused, and nothing of the token, the audit log or the outbox is other than before. */
async function expectRefused(ctx: UserContext, input: Parameters<typeof regenerateToken>[1], code: string) {
  const before = await tokenOf(ctx, input.tokenId)
  expect(await refusal(regenerateToken(ctx, input))).toBe(code)
  expect(await tokenOf(ctx, input.tokenId)).toEqual(before)
  expect([...(await eventsOf(ctx)), ...(await mailsOf(ctx))]).toEqual([])
}

describe('regenerateToken', () => {
  it('gives a new secret with the same name, scopes and TTL, one audit event and one mail', async () => {
    const ctx = await newMember()
    const old = await makeToken(ctx)
    await setToken(ctx, old.tokenId, `reminded_at = now()`)
    await setLife(ctx, old.tokenId, `max_violation = 'max_ttl_exceeded', max_violation_since = now(), idle_violation_since = now()`)
    const before = await tokenOf(ctx, old.tokenId)
    const renewed = await regenerateToken(ctx, seen(old.tokenId))
    const after = await tokenOf(ctx, old.tokenId)
    const { name, orgRoles, ttlValue, ttlUnit, createdAt } = before
    expect(after).toMatchObject({ name, orgRoles, ttlValue, ttlUnit, createdAt, generation: 2, lastFour: renewed.apiToken.slice(-4) })
    expect(after).toMatchObject({ remindedAt: null })
    const life = await prisma().tokenLife.findUniqueOrThrow({ where: { orgId_id: { orgId: ctx.orgId, id: old.tokenId } } })
    expect(life).toMatchObject({ maxViolation: null, maxViolationSince: null, idleViolationSince: null, issuedAt: after.issuedAt, expiresAt: after.expiresAt })
    expect(after.issuedAt.getTime()).toBeGreaterThan(before.issuedAt.getTime())
    expect(after.expiresAt?.getTime()).toBe(after.issuedAt.getTime() + 86_400_000)
    expect(await eventsOf(ctx)).toMatchObject([{ tokenId: old.tokenId, actorUserId: ctx.userId, result: 'success' }])
    expect(await mailsOf(ctx)).toMatchObject([{ cause: `token_regenerated:${old.tokenId}:2`, recipientId: ctx.userId }])
    expect(JSON.stringify([after, await eventsOf(ctx), await mailsOf(ctx)])).not.toContain(renewed.apiToken.slice(26, -4))
  })

  it('ends every earlier secret and the access tokens got with them', async () => {
    const ctx = await newMember()
    const first = await makeToken(ctx)
    const firstAccess = await accessTokenFor(first.apiToken)
    expect(await introspected(firstAccess)).toBe(200)
    const second = await regenerateToken(ctx, seen(first.tokenId))
    const secondAccess = await accessTokenFor(second.apiToken)
    const third = await regenerateToken(ctx, seen(first.tokenId, 2))
    for (const { apiToken } of [first, second]) expect((await exchange(apiToken)).answer['errorCode']).toBe('invalid_token')
    for (const accessToken of [firstAccess, secondAccess]) expect(await introspected(accessToken)).toBe(401)
    expect(await introspected(await accessTokenFor(third.apiToken))).toBe(200)
  })

  it('lets one of sixteen at once win, whose secret is the only live one', async () => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    const shown: string[] = []
    const attempts = Array.from({ length: 16 }, () => refusal(regenerateToken(ctx, seen(tokenId)).then(({ apiToken }) => shown.push(apiToken))))
    const outcomes = await Promise.all(attempts)
    expect(outcomes.toSorted()).toEqual(['done', ...Array.from({ length: 15 }, () => 'token_changed')])
    expect(shown).toHaveLength(1)
    expect((await exchange(shown[0] ?? '')).status).toBe(200)
    expect((await tokenOf(ctx, tokenId)).generation).toBe(2)
    expect([(await eventsOf(ctx)).length, (await mailsOf(ctx)).length]).toEqual([1, 1])
  })

  it('makes an expired token valid again', async () => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, EXPIRE)
    const { apiToken } = await regenerateToken(ctx, seen(tokenId))
    expect((await exchange(apiToken)).status).toBe(200)
  })

  it('refuses an expired token where 50 are live, and not a live one', async () => {
    const ctx = await newMember()
    const expired = await makeToken(ctx)
    await setToken(ctx, expired.tokenId, EXPIRE)
    const others = []
    for (let made = 0; made < 50; made += 1) others.push(await makeToken(ctx))
    await expectRefused(ctx, seen(expired.tokenId), 'token_limit_reached')
    const [live] = others
    expect(await refusal(regenerateToken(ctx, seen(live?.tokenId ?? '')))).toBe('done')
  })

  it('lets two expired tokens at once take one place that is left', async () => {
    const ctx = await newMember()
    const expired = [await makeToken(ctx), await makeToken(ctx)]
    for (const { tokenId } of expired) await setToken(ctx, tokenId, EXPIRE)
    for (let made = 0; made < 49; made += 1) await makeToken(ctx)
    const outcomes = await Promise.all(expired.map(({ tokenId }) => refusal(regenerateToken(ctx, seen(tokenId)))))
    expect(outcomes.toSorted()).toEqual(['done', 'token_limit_reached'])
  })

  it.each([
    ['a deactivated token', DEACTIVATE, 2, 'token_deactivated'],
    ['a revoked token', 'revoked_at = now()', 1, 'token_revoked'],
    ['a generation that is over', 'generation = 3', 2, 'token_changed'],
  ])('refuses %s', async (_name, set, generation, code) => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, set)
    await expectRefused(ctx, seen(tokenId, generation), code)
  })

  it("does not find somebody else's token, nor one of the caller's other organization", async () => {
    const [labs, works] = [await makeOrganization(), await makeOrganization()]
    const ada = await makeMember(labs)
    const strangers = [await makeMember(labs, { roles: ['org_owner'] }), await makeMember(works, { userId: ada.userId })]
    const { tokenId, apiToken } = await makeToken(ada)
    for (const stranger of strangers) expect(await refusal(regenerateToken(stranger, seen(tokenId)))).toBe('not_found')
    expect((await exchange(apiToken)).status).toBe(200)
  })

  it('keeps a reminder that fits, shortens one that does not, and drops one that cannot', async () => {
    const ctx = await newMember()
    const reminderAfter = async (set: string) => {
      const { tokenId } = await makeToken(ctx)
      await setToken(ctx, tokenId, set)
      await regenerateToken(ctx, seen(tokenId))
      return (await tokenOf(ctx, tokenId)).reminderDays
    }
    expect(await reminderAfter(`ttl_value = 30, reminder_days = 7`)).toBe(7)
    expect(await reminderAfter(`ttl_value = 5, reminder_days = 30`)).toBe(3)
    expect(await reminderAfter(`ttl_value = 2, reminder_days = 3`)).toBeNull()
  })
})

describe('a TTL above the limit of today', () => {
  it('is refused, and one that fits is granted instead', async () => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, `ttl_value = 60, ttl_unit = 'days'`)
    await limitTo(ctx, 30)
    await expectRefused(ctx, seen(tokenId), 'ttl_above_limit')
    await expectRefused(ctx, { ...seen(tokenId), ttl: { value: 31, unit: 'days' } }, 'ttl_above_limit')
    await regenerateToken(ctx, { ...seen(tokenId), ttl: { value: 30, unit: 'days' } })
    expect(await tokenOf(ctx, tokenId)).toMatchObject({ ttlValue: 30, ttlUnit: 'days' })
  })

  it('is none where the token never expires: a length has to be chosen', async () => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, 'ttl_value = NULL, ttl_unit = NULL, expires_at = NULL')
    expect((await regenerateToken(ctx, seen(tokenId))).expiresAt).toBeNull()
    await limitTo(ctx, 30)
    expect(await refusal(regenerateToken(ctx, seen(tokenId, 2)))).toBe('never_expires_not_allowed')
    expect(await refusal(regenerateToken(ctx, { ...seen(tokenId, 2), ttl: { value: 12, unit: 'hours' } }))).toBe('done')
  })

  it('cannot be had by asking for more than before', async () => {
    const ctx = await newMember()
    const { tokenId } = await makeToken(ctx)
    await expectRefused(ctx, { ...seen(tokenId), ttl: { value: 25, unit: 'hours' } }, 'ttl_above_former')
  })
})
