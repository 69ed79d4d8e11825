import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { authorize, exchange, makeToken, setLife, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../platform/db'
import { env } from '../platform/env'
import { flushLastUse } from '../platform/last-use'
import { ensureSigningKey, publicKeys } from '../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

describe('a successful exchange', () => {
  it('answers exactly what clients of the console replaced read', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_member', 'developer'], serviceRoles: ['external/object-store/editor'] })
    const { apiToken, tokenId } = await makeToken(ctx, ['developer', 'external/object-store/editor'])
    const { status, headers, answer } = await exchange(apiToken)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 1799,
      scope: 'csp:developer external/object-store/editor',
      refresh_token: apiToken,
      id_token: null,
    })
    const accessToken = String(answer['access_token'])
    const keys = { keys: await publicKeys() }
    const { payload } = await jwtVerify(accessToken, createLocalJWKSet(keys), { issuer: env().publicUrl, audience: 'object-store', typ: 'at+jwt' })
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) })
    expect(payload).toMatchObject({ sub: ctx.userId, tid: tokenId, tgn: 1, context_name: ctx.orgId, azp: 'api-token', perms: ['csp:developer', 'external/object-store/editor'] })
    expect(JSON.stringify(keys)).not.toContain('"d"')
  })

  it.each<[string, (token: string) => Promise<{ status: number }>]>([
    ['refresh_token in a form', (token) => authorize(new URLSearchParams({ refresh_token: token }))],
    ['a grant type', (token) => authorize(new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: 'x' }))],
    ['api_token in JSON', (token) => authorize(JSON.stringify({ api_token: token }), { 'content-type': 'application/json; charset=utf-8' })],
    ['refresh_token in JSON', (token) => authorize(JSON.stringify({ refresh_token: token }), { 'content-type': 'application/json' })],
    ['a query string', (token) => authorize(null, {}, `?api_token=${token}`)],
    ['a query string that says JSON', (token) => authorize(null, { 'content-type': 'application/json' }, `?refresh_token=${token}`)],
  ])('takes %s', async (_shape, send) => {
    const ctx = await makeMember(await makeOrganization())
    expect((await send((await makeToken(ctx)).apiToken)).status).toBe(200)
  })

  it('has an ID token where the API token has Open ID, unless the scope was narrowed to less', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken } = await makeToken(ctx, ['org_member'], true)
    const { answer } = await exchange(apiToken)
    const keys = { keys: await publicKeys() }
    const { payload } = await jwtVerify(String(answer['id_token']), createLocalJWKSet(keys), { issuer: env().publicUrl, audience: 'api-token', typ: 'JWT' })
    expect(payload).toMatchObject({ sub: ctx.userId, email: ctx.email, given_name: 'Test', family_name: 'Person', context_name: ctx.orgId })
    const narrowed = await authorize(new URLSearchParams({ api_token: apiToken, scope: 'csp:org_member' }))
    expect(narrowed.answer).toMatchObject({ scope: 'csp:org_member', id_token: null })
  })

  it('never outlives its API token', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, `expires_at = now() + interval '60 seconds'`)
    const seconds = Number((await exchange(apiToken)).answer['expires_in'])
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
  })

  it('is noted as last use, forward only', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await exchange(apiToken)
    await flushLastUse()
    const lastUse = async () => (await prisma().tokenLife.findUniqueOrThrow({ where: { orgId_id: { orgId: ctx.orgId, id: tokenId } } })).lastUsedAt
    expect(await lastUse()).toBeInstanceOf(Date)
    await setLife(ctx, tokenId, `last_used_at = now() + interval '1 hour'`)
    const ahead = await lastUse()
    await exchange(apiToken)
    await flushLastUse()
    expect(await lastUse()).toEqual(ahead)
  })
})
