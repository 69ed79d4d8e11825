import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { readApiToken } from '../api-token'
import { generateToken } from './generate-token'
import { revokeToken } from './revoke-token'
import { listOwnTokens } from '../queries/list-own-tokens'
import type { GenerateToken } from '../schemas'

await createTestDatabase()

const form = (ctx: UserContext, change: Partial<GenerateToken> = {}): GenerateToken => ({
  orgId: ctx.orgId,
  name: 'nightly-backup',
  description: '',
  ttlValue: 6,
  ttlUnit: 'months',
  scope: 'chosen',
  roles: ['org_member'],
  openId: false,
  reminderDays: 7,
  idempotencyKey: crypto.randomUUID(),
  ...change,
})

const tokensOf = (ctx: UserContext) => prisma().apiToken.findMany({ where: { orgId: ctx.orgId, userId: ctx.userId } })
const eventsOf = (ctx: UserContext) => prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, actorUserId: ctx.userId }, orderBy: { at: 'asc' } })
const mailsOf = (ctx: UserContext) => prisma().outboxMail.findMany({ where: { orgId: ctx.orgId, recipientId: ctx.userId } })

describe('generateToken', () => {
  it('stores the token without its secret, one audit event and one mail', async () => {
    const ctx = await makeMember(await makeOrganization())
    const generated = await generateToken(ctx, form(ctx))
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
    expect(await refusal(generateToken(ctx, form(ctx, change)))).toBe(code)
    expect(await tokensOf(ctx)).toEqual([])
    expect(await eventsOf(ctx)).toEqual([])
    expect(await mailsOf(ctx)).toEqual([])
  })

  it('is bound by the Max Token TTL of the organization', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    await prisma().tokenPolicy.update({ where: { orgId }, data: { maxEnabled: true, maxTtlValue: 30, maxTtlUnit: 'days' } })
    expect(await refusal(generateToken(ctx, form(ctx, { ttlUnit: 'never' })))).toBe('never_expires_not_allowed')
    expect(await refusal(generateToken(ctx, form(ctx, { ttlValue: 31, ttlUnit: 'days' })))).toBe('ttl_above_limit')
    expect(await refusal(generateToken(ctx, form(ctx, { ttlValue: 30, ttlUnit: 'days' })))).toBe('done')
  })

  it('makes one token of a form that is submitted twice at once', async () => {
    const ctx = await makeMember(await makeOrganization())
    const twice = form(ctx)
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(generateToken(ctx, twice))))
    expect(outcomes.toSorted()).toEqual(['already_generated', 'already_generated', 'done'])
    expect(await tokensOf(ctx)).toHaveLength(1)
  })

  it('lets sixteen simultaneous requests at 49 tokens make one more', async () => {
    const ctx = await makeMember(await makeOrganization())
    for (let made = 0; made < 49; made += 1) await generateToken(ctx, form(ctx))
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => refusal(generateToken(ctx, form(ctx)))))
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(1)
    expect(outcomes.filter((code) => code === 'token_limit_reached')).toHaveLength(15)
    expect((await listOwnTokens(ctx, {})).counts.live).toBe(50)
  })

  it('is refused where another window has switched to another organization', async () => {
    const ctx = await makeMember(await makeOrganization())
    expect(await refusal(generateToken(ctx, form(ctx, { orgId: await makeOrganization() })))).toBe('organization_changed')
    expect(await tokensOf(ctx)).toEqual([])
  })

  it('is refused to one who was suspended meanwhile', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: ctx.userId } }, data: { status: 'suspended' } })
    expect(await refusal(generateToken(ctx, form(ctx)))).toBe('not_found')
  })
})

describe('revokeToken', () => {
  it('revokes once, with one audit event, however often it is asked', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { tokenId } = await generateToken(ctx, form(ctx))
    await Promise.all([1, 2, 3].map(() => revokeToken(ctx, { tokenId })))
    expect((await tokensOf(ctx))[0]?.revokedAt).toBeInstanceOf(Date)
    expect((await eventsOf(ctx)).map(({ type }) => type)).toEqual(['csp__generate_api_token', 'csp__revoke_api_token'])
  })

  it("does not find somebody else's token, nor one of the caller's other organization", async () => {
    const [labs, works] = [await makeOrganization(), await makeOrganization()]
    const ada = await makeMember(labs)
    const tom = await makeMember(labs, { roles: ['org_owner'] })
    const adaAtWorks = await makeMember(works, { userId: ada.userId })
    const { tokenId } = await generateToken(ada, form(ada))
    expect(await refusal(revokeToken(tom, { tokenId }))).toBe('not_found')
    expect(await refusal(revokeToken(adaAtWorks, { tokenId }))).toBe('not_found')
    expect((await tokensOf(ada))[0]?.revokedAt).toBeNull()
  })
})

describe('listOwnTokens', () => {
  it('shows the caller what is theirs in this organization, newest first, page by page', async () => {
    const orgId = await makeOrganization()
    const [ada, tom] = [await makeMember(orgId), await makeMember(orgId)]
    await generateToken(tom, form(tom, { name: 'not-yours' }))
    for (let made = 0; made < 3; made += 1) {
      for (let more = 0; more < 18; more += 1) {
        const { tokenId } = await generateToken(ada, form(ada, { name: `t${made * 18 + more}` }))
        if (made < 2) await revokeToken(ada, { tokenId })
      }
    }
    const first = await listOwnTokens(ada, {})
    const second = await listOwnTokens(ada, { after: first.nextCursor ?? undefined })
    const names = [...first.tokens, ...second.tokens].map(({ name }) => name)
    expect(first.tokens).toHaveLength(50)
    expect(second.nextCursor).toBeNull()
    expect(names).toEqual(Array.from({ length: 54 }, (_, at) => `t${53 - at}`))
    expect(first.counts.live).toBe(18)
  })
})
