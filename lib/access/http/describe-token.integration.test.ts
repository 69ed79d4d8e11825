import { describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { DEACTIVATE, makeToken, setMembership, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { flushLastUse } from '../../platform/last-use'
import { formatApiToken } from '../../tokens/api-token'
import { regenerateToken } from '../../tokens/commands/regenerate-token'

await createTestDatabase({ PUBLIC_URL: 'http://tokens.test:4000' })

const details = (json: unknown, peer = makePeer()) => askInterface('POST', '/csp/gateway/am/api/auth/api-tokens/details', { json, peer })
const unknown = () => formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))
const EXPIRED = `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`

async function makeHolder() {
  const ctx = await makeMember(await makeOrganization(), { roles: ['org_member', 'developer'], serviceRoles: ['external/object-store/viewer', 'external/object-store/editor'] })
  return { ctx, ...(await makeToken(ctx, ['org_member', 'external/object-store/viewer', 'external/object-store/editor'], true)) }
}

describe('the holder of a secret is told', () => {
  it('all of the token', async () => {
    const { ctx, apiToken, tokenId } = await makeHolder()
    const { status, answer } = await details({ tokenValue: apiToken })
    expect(status).toBe(200)
    expect(answer).toEqual({
      tokenId,
      tokenName: 'script',
      token: `****${apiToken.slice(-4)}`,
      userId: ctx.userId,
      username: ctx.userId,
      acct: ctx.email,
      domain: 'example.test',
      idpId: 'tokens.test',
      orgId: ctx.orgId,
      createdAt: expect.any(Number),
      expiresAt: expect.any(Number),
      lastUsedAt: null,
      scope: ['openid', 'csp:org_member', 'external/object-store/viewer', 'external/object-store/editor'],
      deactivated: false,
      deactivatedUpdatedBy: null,
      deactivatedUpdatedOn: null,
      allowedScopes: {
        generalScopes: ['openid'],
        organizationScopes: { allRoles: false, allPermissions: false, roles: [{ name: 'org_member', resource: '' }], permissions: [] },
        servicesScopes: [{ serviceDefinitionId: 'object-store', allRoles: false, roles: [{ name: 'viewer', resource: '' }, { name: 'editor', resource: '' }] }],
      },
    })
    expect(Number(answer['expiresAt']) - Number(answer['createdAt'])).toBe(86_400_000)
  })

  it('that it is for all roles, never expires and was deactivated', async () => {
    const { ctx, apiToken, tokenId } = await makeHolder()
    await setToken(ctx, tokenId, `all_roles = true, org_roles = '{}', service_roles = '{}', open_id = false, expires_at = NULL, ttl_value = NULL, ttl_unit = NULL, ${DEACTIVATE}`)
    expect((await details({ tokenValue: apiToken })).answer).toMatchObject({
      expiresAt: null,
      scope: ['ALL_ROLES'],
      deactivated: true,
      deactivatedUpdatedBy: ctx.userId,
      deactivatedUpdatedOn: expect.any(Number),
      allowedScopes: { generalScopes: [], organizationScopes: { allRoles: true, roles: [] }, servicesScopes: [] },
    })
  })

  it.each<[string, (ctx: UserContext, tokenId: string) => Promise<void>]>([
    ['it has expired', (ctx, id) => setToken(ctx, id, EXPIRED)],
    ['its user is suspended', (ctx) => setMembership(ctx, `status = 'suspended'`)],
  ])('while %s, which can be undone', async (_state, happens) => {
    const { ctx, apiToken, tokenId } = await makeHolder()
    await happens(ctx, tokenId)
    expect((await details({ tokenValue: apiToken })).answer['tokenId']).toBe(tokenId)
  })

  it('without that being a use', async () => {
    const { ctx, apiToken, tokenId } = await makeHolder()
    const events = () => prisma().auditEvent.count({ where: { orgId: ctx.orgId } })
    const before = await events()
    await details({ tokenValue: apiToken })
    await flushLastUse()
    expect(await events()).toBe(before)
    expect((await details({ tokenValue: apiToken })).answer).toMatchObject({ tokenId, lastUsedAt: null })
  })
})

describe('nobody is told', () => {
  it.each<[string, () => Promise<string>]>([
    ['malformed', async () => 'nonsense'],
    ['unknown', async () => unknown()],
    ['what PostgreSQL cannot hold', async () => '\0'],
    ['replaced', async () => {
      const { ctx, apiToken, tokenId } = await makeHolder()
      await regenerateToken(ctx, { tokenId, generation: 1, ttl: null })
      return apiToken
    }],
    ['revoked', async () => {
      const { ctx, apiToken, tokenId } = await makeHolder()
      await setToken(ctx, tokenId, 'revoked_at = now()')
      return apiToken
    }],
  ])('of a token that is %s', async (_state, make) => {
    const { status, answer } = await details({ tokenValue: await make() })
    expect(status).toBe(404)
    expect(answer).toEqual({ cspErrorCode: 'tokenward.not_found', errorCode: 'not_found', message: 'There is no API token of this value', moduleCode: 540, requestId: expect.any(String), statusCode: 404 })
  })

  it.each([[{}], [{ tokenValue: 7 }], [{ tokenValue: '' }], [{ tokenValue: null }], [[]], ['x']])('on a body of %j', async (json) => {
    const { status, answer } = await details(json)
    expect([status, answer['statusCode'], answer['moduleCode']]).toEqual([400, 400, 540])
  })

  it('who asks for what is not there too often', async () => {
    const [loop, wrong] = [makePeer('198.51.100.9'), unknown()]
    const answers = await Promise.all(Array.from({ length: 22 }, () => details({ tokenValue: wrong }, loop)))
    const late = answers.find(({ status }) => status === 429)
    expect(late?.answer['errorCode']).toBe('too_many_failures')
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
