import { beforeAll, describe, expect, it } from 'vitest'
import { DEACTIVATE, exchange, loggedInUser, makeAccessToken, makeToken, setMembership, setToken } from '@/server/testing/exchange'
import { basic, postForm } from '@/server/testing/oauth'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'
import { formatApiToken } from '../../tokens/api-token'

await createTestDatabase()
beforeAll(ensureSigningKey)

const end = (token: string, headers: Record<string, string> = {}) => postForm('/oauth/revoke', { token }, { headers })
const unknown = () => formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))
const revocationsIn = (orgId: string) => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__revoke_api_token' } })

describe('whoever holds the secret of an API token', () => {
  it('revokes it for good, once, and with it its access tokens', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    const accessToken = String((await exchange(apiToken)).answer['access_token'])
    const answers = await Promise.all([end(apiToken), end(apiToken), end(apiToken)])
    expect(answers.map(({ status, answer }) => [status, answer])).toEqual([[200, {}], [200, {}], [200, {}]])
    expect((await exchange(apiToken)).answer['errorCode']).toBe('token_revoked')
    expect((await loggedInUser({ 'csp-auth-token': accessToken })).status).toBe(401)
    expect(await revocationsIn(ctx.orgId)).toEqual([
      expect.objectContaining({ actorUserId: ctx.userId, tokenId, result: 'success', ip: makePeer().ip, details: { tokenName: 'script', bySecret: true } }),
    ])
  })

  it.each<[string, (ctx: Awaited<ReturnType<typeof makeMember>>, tokenId: string) => Promise<void>]>([
    ['deactivated', (ctx, id) => setToken(ctx, id, DEACTIVATE)],
    ['expired', (ctx, id) => setToken(ctx, id, `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`)],
    ['of a suspended user', (ctx) => setMembership(ctx, `status = 'suspended'`)],
  ])('revokes it also while it is %s', async (_state, happens) => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await happens(ctx, tokenId)
    expect((await end(apiToken)).status).toBe(200)
    expect((await exchange(apiToken)).answer['errorCode']).toBe('token_revoked')
  })
})

describe('whoever holds an access token', () => {
  it('ends that one alone', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken } = await makeToken(ctx)
    const [ended, other] = [String((await exchange(apiToken)).answer['access_token']), String((await exchange(apiToken)).answer['access_token'])]
    expect((await end(ended)).status).toBe(200)
    expect((await end(ended)).status).toBe(200)
    expect((await loggedInUser({ 'csp-auth-token': ended })).status).toBe(401)
    expect((await loggedInUser({ 'csp-auth-token': other })).status).toBe(200)
    expect((await exchange(apiToken)).status).toBe(200)
    expect(await revocationsIn(ctx.orgId)).toEqual([])
  })

  it('ends it also while its user is suspended, for when they are so no more', async () => {
    const ctx = await makeMember(await makeOrganization())
    const ended = await makeAccessToken(ctx)
    await setMembership(ctx, `status = 'suspended'`)
    expect((await end(ended)).status).toBe(200)
    await setMembership(ctx, `status = 'active'`)
    expect((await loggedInUser({ 'csp-auth-token': ended })).status).toBe(401)
  })

  it('leaves nothing behind once it would be over anyway', async () => {
    const ctx = await makeMember(await makeOrganization())
    await end(await makeAccessToken(ctx))
    await prisma().endedAccessToken.updateMany({ where: { orgId: ctx.orgId }, data: { expiresAt: new Date(0) } })
    await end(await makeAccessToken(ctx))
    expect(await prisma().endedAccessToken.count({ where: { orgId: ctx.orgId } })).toBe(1)
  })
})

describe('it is answered the same', () => {
  it.each<[string, () => string, Record<string, string>]>([
    ['an unknown token', unknown, {}],
    ['what is no token', () => '\0🙂', {}],
    ['an unknown token and wrong credentials', unknown, basic('nobody', 'wrong')],
  ])('for %s', async (_what, token, headers) => {
    const { status, answer } = await end(token(), headers)
    expect([status, answer]).toEqual([200, {}])
  })

  it('for an ID token, which is none to end', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken } = await makeToken(ctx, ['org_member'], true)
    expect((await end(String((await exchange(apiToken)).answer['id_token']))).status).toBe(200)
    expect((await exchange(apiToken)).status).toBe(200)
  })

  it('until an address has sent too many that are not known, and only there', async () => {
    const [loop, other] = [makePeer('198.51.100.7'), makePeer('198.51.100.8')]
    const statuses = await Promise.all(Array.from({ length: 210 }, async () => (await postForm('/oauth/revoke', { token: 'x' }, { peer: loop })).status))
    expect(new Set(statuses)).toContain(200)
    const late = await postForm('/oauth/revoke', { token: 'x' }, { peer: loop })
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await postForm('/oauth/revoke', { token: 'x' }, { peer: other })).status).toBe(200)
  })
})
