import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { tokenForm } from '@/server/testing/token-form'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { readApiToken } from '../api-token'
import { generateToken } from './generate-token'
import type { GenerateToken } from '../schemas'

await createTestDatabase()

const tokensOf = (ctx: UserContext) => prisma().apiToken.findMany({ where: { orgId: ctx.orgId, userId: ctx.userId } })
const eventsOf = (ctx: UserContext) => prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, actorUserId: ctx.userId }, orderBy: { at: 'asc' } })
const mailsOf = (ctx: UserContext) => prisma().outboxMail.findMany({ where: { orgId: ctx.orgId, recipientId: ctx.userId } })

describe('generateToken', () => {
  it('stores the token without its secret, one audit event and one mail', async () => {
    const ctx = await makeMember(await makeOrganization())
    const generated = await generateToken(ctx, tokenForm(ctx))
    expect(readApiToken(generated.apiToken)).toEqual({ orgId: ctx.orgId })
    const [token] = await tokensOf(ctx)
    expect(token).toMatchObject({ id: generated.tokenId, name: 'nightly-backup', generation: 1, lastFour: generated.apiToken.slice(-4), ttlValue: 6, ttlUnit: 'months' })
    expect(JSON.stringify([token, await eventsOf(ctx), await mailsOf(ctx)])).not.toContain(generated.apiToken.slice(26, -4))
    expect(await eventsOf(ctx)).toMatchObject([{ type: 'csp__generate_api_token', tokenId: generated.tokenId, result: 'success', ip: '192.0.2.1' }])
    expect(await mailsOf(ctx)).toMatchObject([{ template: 'token_generated', sentAt: null }])
  })

  it.each<[string, Partial<GenerateToken>, string]>([
    ['a role that is not held', { roles: ['org_owner'] }, 'role_not_held'],
    ['a service role that is not held', { roles: ['external/object-store/editor'] }, 'role_not_held'],
    ['61 months', { ttlValue: 61 }, 'ttl_too_long'],
    ['a reminder on the day of issue', { ttlValue: 7, ttlUnit: 'days' }, 'reminder_after_expiry'],
  ])('refuses %s and changes nothing', async (_name, change, code) => {
    const ctx = await makeMember(await makeOrganization())
    expect(await refusal(generateToken(ctx, tokenForm(ctx, change)))).toBe(code)
    expect(await tokensOf(ctx)).toEqual([])
    expect(await eventsOf(ctx)).toEqual([])
    expect(await mailsOf(ctx)).toEqual([])
  })

  it('is bound by the Max Token TTL of the organization', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    await prisma().tokenPolicy.update({ where: { orgId }, data: { maxEnabled: true, maxTtlValue: 30, maxTtlUnit: 'days' } })
    expect(await refusal(generateToken(ctx, tokenForm(ctx, { ttlUnit: 'never' })))).toBe('never_expires_not_allowed')
    expect(await refusal(generateToken(ctx, tokenForm(ctx, { ttlValue: 31, ttlUnit: 'days' })))).toBe('ttl_above_limit')
    expect(await refusal(generateToken(ctx, tokenForm(ctx, { ttlValue: 30, ttlUnit: 'days' })))).toBe('done')
  })

  it('makes one token of a form that is submitted twice at once', async () => {
    const ctx = await makeMember(await makeOrganization())
    const twice = tokenForm(ctx)
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(generateToken(ctx, twice))))
    expect(outcomes.toSorted()).toEqual(['already_generated', 'already_generated', 'done'])
    expect(await tokensOf(ctx)).toHaveLength(1)
  })

  it('lets sixteen simultaneous requests at 49 tokens make one more', async () => {
    const ctx = await makeMember(await makeOrganization())
    for (let made = 0; made < 49; made += 1) await generateToken(ctx, tokenForm(ctx))
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => refusal(generateToken(ctx, tokenForm(ctx)))))
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(1)
    expect(outcomes.filter((code) => code === 'token_limit_reached')).toHaveLength(15)
    expect(await tokensOf(ctx)).toHaveLength(50)
  })

  it('is refused where another window has switched to another organization', async () => {
    const ctx = await makeMember(await makeOrganization())
    expect(await refusal(generateToken(ctx, tokenForm(ctx, { orgId: await makeOrganization() })))).toBe('organization_changed')
    expect(await tokensOf(ctx)).toEqual([])
  })

  it('is refused to one who was suspended meanwhile', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: ctx.userId } }, data: { status: 'suspended' } })
    expect(await refusal(generateToken(ctx, tokenForm(ctx)))).toBe('not_found')
  })
})
