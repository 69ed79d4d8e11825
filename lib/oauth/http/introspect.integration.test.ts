import { beforeAll, describe, expect, it } from 'vitest'
import { DEACTIVATE, exchange, makeToken, setMembership, setToken } from '@/server/testing/exchange'
import { basic, makeService, postForm } from '@/server/testing/oauth'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { pool } from '../../platform/db'
import { env } from '../../platform/env'
import { ensureSigningKey } from '../../platform/signing-keys'
import { formatApiToken } from '../../tokens/api-token'

await createTestDatabase()
let service: Awaited<ReturnType<typeof makeService>>
beforeAll(async () => {
  await ensureSigningKey()
  service = await makeService('object-store', ['viewer'])
})

const introspect = async (token: string) => (await postForm('/oauth/introspect', { token }, { headers: service.headers })).answer
const accessTokenOf = async (apiToken: string) => String((await exchange(apiToken)).answer['access_token'])
const ROLES = ['org_member', 'external/object-store/viewer'] as const

async function makeHolder(openId = false) {
  const ctx = await makeMember(await makeOrganization(), { roles: ['org_member'], serviceRoles: ['external/object-store/viewer'] })
  const { apiToken, tokenId } = await makeToken(ctx, [...ROLES], openId)
  return { ctx, apiToken, tokenId, accessToken: await accessTokenOf(apiToken) }
}

const claimsOf = ({ ctx, tokenId }: { ctx: UserContext; tokenId: string }) => ({
  active: true,
  client_id: 'api-token',
  azp: 'api-token',
  username: ctx.userId,
  acct: ctx.email,
  domain: 'example.test',
  iat: expect.any(Number),
  exp: expect.any(Number),
  sub: ctx.userId,
  aud: [env().publicUrl, 'object-store'],
  iss: env().publicUrl,
  jti: expect.any(String),
  tid: tokenId,
  tgn: 1,
  context: ctx.orgId,
  context_name: ctx.orgId,
  scope: 'openid csp:org_member external/object-store/viewer',
  perms: ['csp:org_member', 'external/object-store/viewer'],
})

describe('of a live token a service learns', () => {
  it('what an access token may do', async () => {
    const held = await makeHolder(true)
    expect(await introspect(held.accessToken)).toEqual({ ...claimsOf(held), token_type: 'bearer' })
  })

  it('what an API token may do', async () => {
    const held = await makeHolder(true)
    expect(await introspect(held.apiToken)).toEqual({ ...claimsOf(held), token_type: 'refresh_token', jti: held.tokenId })
  })

  it('no end of an API token that never expires', async () => {
    const held = await makeHolder()
    await setToken(held.ctx, held.tokenId, 'expires_at = NULL, ttl_value = NULL, ttl_unit = NULL')
    expect(await introspect(held.apiToken)).not.toHaveProperty('exp')
  })

  it('that an API token is live also where its exchange takes a passcode', async () => {
    const held = await makeHolder(true)
    await pool().query('UPDATE organization SET mfa_enforced_at = now() WHERE id = $1', [held.ctx.orgId])
    expect((await exchange(held.apiToken)).answer['errorCode']).toBe('mfa_not_configured')
    expect(await introspect(held.apiToken)).toEqual({ ...claimsOf(held), token_type: 'refresh_token', jti: held.tokenId })
  })

  it('nothing of a role that is held no more', async () => {
    const held = await makeHolder(true)
    await setMembership(held.ctx, `service_roles = '{}'`)
    for (const token of [held.accessToken, held.apiToken]) {
      expect(await introspect(token)).toMatchObject({ active: true, scope: 'openid csp:org_member', perms: ['csp:org_member'], aud: [env().publicUrl] })
    }
  })
})

const EXPIRED = `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`

describe('of what is not live it learns nothing', () => {
  it.each<[string, (ctx: UserContext, tokenId: string) => Promise<void>]>([
    ['revoked', (ctx, id) => setToken(ctx, id, 'revoked_at = now()')],
    ['deactivated', (ctx, id) => setToken(ctx, id, DEACTIVATE)],
    ['expired', (ctx, id) => setToken(ctx, id, EXPIRED)],
    ['of a suspended user', (ctx) => setMembership(ctx, `status = 'suspended'`)],
    ['of one who left', (ctx) => setMembership(ctx, `status = 'removed'`)],
    ['of roles that are held no more', (ctx) => setMembership(ctx, `roles = '{developer}', service_roles = '{}'`)],
  ])('an API token that is %s, and its access token', async (_state, happens) => {
    const { ctx, apiToken, tokenId, accessToken } = await makeHolder()
    await happens(ctx, tokenId)
    expect([await introspect(apiToken), await introspect(accessToken)]).toEqual([{ active: false }, { active: false }])
  })

  it('an access token from before a regeneration or a deactivation that was lifted', async () => {
    const { ctx, tokenId, accessToken } = await makeHolder()
    await setToken(ctx, tokenId, 'generation = generation + 1')
    expect(await introspect(accessToken)).toEqual({ active: false })
  })

  it('anything else', async () => {
    const { apiToken } = await makeToken(await makeMember(await makeOrganization()), ['org_member'], true)
    const idToken = String((await exchange(apiToken)).answer['id_token'])
    const unknown = formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))
    for (const token of ['x', 'a.b.c', '\0', '🙂', unknown, idToken]) expect(await introspect(token)).toEqual({ active: false })
  })
})

describe('nobody else is told', () => {
  it.each<[string, Record<string, string>]>([
    ['without credentials', {}],
    ['with an access token', { authorization: 'Bearer abc' }],
    ['under a name that is not known', basic('nobody', 'tws_x')],
    ['under a name that is none', basic('\0', 'x')],
    ['with a wrong secret', basic('object-store', 'tws_wrong')],
    ['with no secret', basic('object-store', '')],
    ['with what is not base64', { authorization: 'Basic §' }],
    ['with what is no form', { authorization: `Basic ${btoa('%zz:x')}` }],
  ])('%s', async (_who, headers) => {
    const { status, headers: answered, answer } = await postForm('/oauth/introspect', { token: 'x' }, { headers })
    expect([status, answered.get('www-authenticate')]).toEqual([401, 'Basic realm="Tokenward", charset="UTF-8"'])
    expect(answer).toEqual({
      cspErrorCode: 'tokenward.invalid_client', errorCode: 'invalid_client', message: expect.any(String), moduleCode: 540, requestId: expect.any(String), statusCode: 401,
      error: 'invalid_client', error_description: expect.any(String),
    })
  })

  it('who fails too often; the right secret works beside it', async () => {
    const [loop, other] = [makePeer('198.51.100.7'), makePeer('198.51.100.8')]
    const statuses: number[] = []
    for (let time = 0; time < 21; time += 1) statuses.push((await postForm('/oauth/introspect', { token: 'x' }, { headers: basic('object-store', 'tws_wrong'), peer: loop })).status)
    expect(statuses.slice(-2)).toEqual([401, 429])
    const late = await postForm('/oauth/introspect', { token: 'x' }, { headers: basic('object-store', 'tws_wrong'), peer: loop })
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
    for (const peer of [loop, other]) expect((await postForm('/oauth/introspect', { token: 'x' }, { headers: service.headers, peer })).status).toBe(200)
  })

  it('a service that was removed, nor is anybody let in for its roles any more', async () => {
    const gone = await makeService('short-lived', ['reader'])
    const ctx = await makeMember(await makeOrganization(), { serviceRoles: ['external/short-lived/reader', 'external/object-store/viewer'] })
    const { apiToken } = await makeToken(ctx, ['external/short-lived/reader', 'external/object-store/viewer'])
    await gone.remove()
    expect((await postForm('/oauth/introspect', { token: apiToken }, { headers: gone.headers })).status).toBe(401)
    expect((await exchange(apiToken)).answer['scope']).toBe('external/object-store/viewer')
  })
})
