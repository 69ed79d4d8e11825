import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { tokenForm } from '@/server/testing/token-form'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { generateToken } from './generate-token'
import { revokeAllTokens } from './revoke-all-tokens'
import { revokeToken } from './revoke-token'
import { revokeTokens } from './revoke-tokens'

await createTestDatabase()

const unrevoked = ({ orgId, userId }: UserContext) => prisma().apiToken.count({ where: { orgId, userId, revokedAt: null } })
const eventsOf = ({ orgId, userId }: UserContext) =>
  prisma().auditEvent.findMany({ where: { orgId, actorUserId: userId, type: { startsWith: 'csp__revoke' } }, orderBy: { id: 'asc' } })
const makeSome = async (ctx: UserContext, count: number) => {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push(await makeToken(ctx, { name: `t${made}` }))
  return ids
}

describe('revokeToken', () => {
  it('revokes once, with one audit event, however often it is asked', async () => {
    const ctx = await makeMember(await makeOrganization())
    const tokenId = await makeToken(ctx)
    await Promise.all([1, 2, 3].map(() => revokeToken(ctx, { tokenId })))
    expect(await unrevoked(ctx)).toBe(0)
    expect(await eventsOf(ctx)).toMatchObject([{ type: 'csp__revoke_api_token', tokenId, result: 'success' }])
  })

  it("does not find somebody else's token, nor one of the caller's other organization", async () => {
    const labs = await makeOrganization()
    const [ada, tom] = [await makeMember(labs), await makeMember(labs, { roles: ['org_owner'] })]
    const adaElsewhere = await makeMember(await makeOrganization(), { userId: ada.userId })
    const tokenId = await makeToken(ada)
    expect(await refusal(revokeToken(tom, { tokenId }))).toBe('not_found')
    expect(await refusal(revokeToken(adaElsewhere, { tokenId }))).toBe('not_found')
    expect(await unrevoked(ada)).toBe(1)
  })
})

describe('revokeTokens', () => {
  it('revokes what is named and nothing else, with one event for each', async () => {
    const ctx = await makeMember(await makeOrganization())
    const [first = '', second = '', third = ''] = await makeSome(ctx, 3)
    await revokeTokens(ctx, { tokenIds: [first, third, first] })
    expect(await prisma().apiToken.findMany({ where: { orgId: ctx.orgId, revokedAt: null }, select: { id: true } })).toEqual([{ id: second }])
    const events = await eventsOf(ctx)
    expect(events.map(({ type, tokenId, result }) => [type, tokenId, result]).toSorted()).toEqual(
      [first, third].map((id) => ['csp__revoke_api_token', id, 'success']).toSorted(),
    )
    expect(events.map(({ details }) => details).toSorted()).toEqual([{ tokenName: 't0' }, { tokenName: 't2' }])
  })

  it('changes nothing the second time, side by side included', async () => {
    const ctx = await makeMember(await makeOrganization())
    const ids = await makeSome(ctx, 4)
    const outcomes = await Promise.all([ids, ids.toReversed(), ids].map((tokenIds) => refusal(revokeTokens(ctx, { tokenIds }))))
    expect(outcomes).toEqual(['done', 'done', 'done'])
    expect(await eventsOf(ctx)).toHaveLength(4)
  })

  it("revokes none where one is somebody else's, of the caller's other organization, or nobody's", async () => {
    const labs = await makeOrganization()
    const [ada, tom] = [await makeMember(labs), await makeMember(labs, { roles: ['org_owner'] })]
    const adaElsewhere = await makeMember(await makeOrganization(), { userId: ada.userId })
    const own = await makeToken(ada)
    for (const foreign of [await makeToken(tom, { roles: ['org_owner'] }), await makeToken(adaElsewhere), crypto.randomUUID()]) {
      expect(await refusal(revokeTokens(ada, { tokenIds: [own, foreign] }))).toBe('not_found')
    }
    expect([await unrevoked(ada), await unrevoked(tom), await unrevoked(adaElsewhere)]).toEqual([1, 1, 1])
    expect(await eventsOf(ada)).toEqual([])
  })
})

describe('revokeAllTokens', () => {
  const PAST = new Date('2026-01-02T03:04:05Z')

  it('revokes every token that is not revoked yet, expired and deactivated ones too, and leaves other people and organizations alone', async () => {
    const labs = await makeOrganization()
    const [ada, tom] = [await makeMember(labs), await makeMember(labs)]
    const adaElsewhere = await makeMember(await makeOrganization(), { userId: ada.userId })
    await makeToken(ada)
    await makeToken(ada, {}, { createdAt: PAST, issuedAt: PAST, expiresAt: new Date(PAST.getTime() + 60_000) })
    await makeToken(ada, {}, { deactivatedAt: PAST, deactivatedBy: tom.userId, deactivationReason: 'other' })
    await makeToken(ada, {}, { revokedAt: PAST })
    await makeToken(tom)
    await makeToken(adaElsewhere)
    await revokeAllTokens(ada, { orgId: labs, count: 3 })
    expect([await unrevoked(ada), await unrevoked(tom), await unrevoked(adaElsewhere)]).toEqual([0, 1, 1])
    const types = (await eventsOf(ada)).map(({ type }) => type)
    expect(types).toEqual(['csp__revoke_all_api_tokens', 'csp__revoke_api_token', 'csp__revoke_api_token', 'csp__revoke_api_token'])
    expect((await eventsOf(ada))[0]).toMatchObject({ tokenId: null, details: { count: 3 } })
  })

  it.each<[string, (ctx: UserContext) => UserContext, Partial<{ count: number; orgId: string }>, string]>([
    ['after a sign-in of long ago', (ctx) => ({ ...ctx, signedInRecently: false }), {}, 'sign_in_again'],
    ['where the number is not the one that was seen', (ctx) => ctx, { count: 1 }, 'tokens_changed'],
    ['where the page was of another organization', (ctx) => ctx, { orgId: crypto.randomUUID() }, 'organization_changed'],
  ])('is refused %s, and revokes none', async (_name, become, change, code) => {
    const ctx = await makeMember(await makeOrganization())
    await makeSome(ctx, 2)
    expect(await refusal(revokeAllTokens(become(ctx), { orgId: ctx.orgId, count: 2, ...change }))).toBe(code)
    expect(await unrevoked(ctx)).toBe(2)
    expect(await eventsOf(ctx)).toEqual([])
  })

  it('never revokes a token that it did not count, however many are generated at the same time', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ctx = await makeMember(await makeOrganization())
      await makeSome(ctx, 3)
      const generating = [1, 2, 3].map(() => refusal(generateToken(ctx, tokenForm(ctx))))
      const [outcome, ...made] = await Promise.all([refusal(revokeAllTokens(ctx, { orgId: ctx.orgId, count: 3 })), ...generating])
      expect(made).toEqual(['done', 'done', 'done'])
      expect([outcome, await unrevoked(ctx)]).toEqual(outcome === 'done' ? ['done', 3] : ['tokens_changed', 6])
    }
  })

  it('is done once where it is asked twice at once', async () => {
    const ctx = await makeMember(await makeOrganization())
    await makeSome(ctx, 3)
    const twice = [1, 2].map(() => refusal(revokeAllTokens(ctx, { orgId: ctx.orgId, count: 3 })))
    expect((await Promise.all(twice)).toSorted()).toEqual(['done', 'tokens_changed'])
    expect(await eventsOf(ctx)).toHaveLength(4)
  })
})
