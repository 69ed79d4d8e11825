import { beforeAll, describe, expect, it } from 'vitest'
import { askAs, askInterface } from '@/server/testing/ask-interface'
import { exchange, loggedInUser, makeAccessToken, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken as makeTokenWith } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { pool } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const PATH = '/csp/gateway/am/api/loggedin/user/api-tokens'
const MEMBER = { organizationScopes: { roles: [{ name: 'org_member' }] } }
const wanted = (change: object = {}) => ({ tokenName: 'pipeline', refreshTokenTTL: 3_600, allowedScopes: MEMBER, ...change })

type Listed = { results: { tokenId: string; tokenName: string; expiresAt: number | null; issuedAt: number }[]; totalResults: number; nextCursor: string | null; prevCursor: string | null }
const list = async (accessToken: string, query = '') => (await askAs(accessToken, 'GET', PATH + query)).answer as unknown as Listed
const generate = (accessToken: string, change: object = {}) => askAs(accessToken, 'POST', PATH, { json: wanted(change) })
const person = async () => makeMember(await makeOrganization(), { roles: ['org_member', 'developer'] })

async function withAllRoles(ctx: UserContext, scope?: string): Promise<string> {
  const { apiToken } = await makeToken(ctx)
  await pool().query(`UPDATE api_token SET all_roles = TRUE, org_roles = '{}' WHERE org_id = $1 AND user_id = $2`, [ctx.orgId, ctx.userId])
  const { answer } = await askInterface('POST', '/csp/gateway/am/api/auth/api-tokens/authorize', { body: new URLSearchParams({ api_token: apiToken, ...(scope ? { scope } : {}) }) })
  return String(answer['access_token'])
}

describe('generating by access token', () => {
  it('is limited by the hour, and says when to try again', async () => {
    const ctx = await person()
    const accessToken = await makeAccessToken(ctx)
    await pool().query(`UPDATE failure_counter SET points = 60 WHERE key LIKE '%' || $1`, [ctx.userId])
    const { status, headers, answer } = await generate(accessToken)
    const wait = Number(headers.get('retry-after'))
    expect([status, wait > 3_000 && wait <= 3_600]).toEqual([429, true])
    expect(answer).toEqual({ cspErrorCode: 'tokenward.too_many_secrets', errorCode: 'too_many_secrets', message: expect.stringContaining(`Try again in ${wait} s`), moduleCode: 540, requestId: expect.any(String), statusCode: 429 })
  })

  it('answers the secret and nothing else, and it can be exchanged', async () => {
    const { status, answer, headers } = await generate(await makeAccessToken(await person()))
    expect([status, answer, headers.get('cache-control')]).toEqual([200, { apiToken: expect.stringMatching(/^tw_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/) }, 'no-store'])
    expect((await exchange(String(answer['apiToken']))).status).toBe(200)
  })

  it.each<[string, object, string]>([
    ['no name', { tokenName: ' ' }, 'tokenName'],
    ['a NUL in the name', { tokenName: 'a\0b' }, 'tokenName'],
    ['no scopes', { allowedScopes: {} }, 'allowedScopes'],
    ['a role that there is not', { allowedScopes: { organizationScopes: { roles: [{ name: 'king' }] } } }, 'allowedScopes.organizationScopes.roles.0.name'],
    ['a reminder that would be due', { notifyBeforeExpiry: 30 }, 'notifyBeforeExpiry'],
  ])('refuses %s, and names the field', async (_name, change, field) => {
    const { status, answer } = await generate(await makeAccessToken(await person()), change)
    expect([status, String(answer['message']).split(':')[0]]).toEqual([400, field])
  })

  it('takes what clients of the console replaced say besides, and makes nothing of it', async () => {
    const ctx = await person()
    const accessToken = await makeAccessToken(ctx, ['org_member'], true)
    const roles = [{ name: 'org_member', resource: null }]
    const allowedScopes = { allRoles: false, generalScopes: ['openid', 'group_names', 'group_ids'], organizationScopes: { allPermissions: false, keptInToken: [], permissions: [], roles }, servicesScopes: [] }
    const { status, answer } = await generate(accessToken, { allowedScopes, orgId: ctx.orgId, idToken: 'x.y.z' })
    expect(status).toBe(200)
    expect((await exchange(String(answer['apiToken']))).answer).toMatchObject({ scope: 'openid csp:org_member' })
  })

  it('refuses another organization than its own', async () => {
    expect((await generate(await makeAccessToken(await person()), { orgId: crypto.randomUUID() })).status).toBe(404)
  })

  it('makes no second token for one idempotency key', async () => {
    const accessToken = await makeAccessToken(await person())
    const idempotencyKey = crypto.randomUUID()
    expect([(await generate(accessToken, { idempotencyKey })).status, (await generate(accessToken, { idempotencyKey })).status]).toEqual([200, 409])
  })
})

describe('an access token is never turned into more than it is', () => {
  it.each<[string, object]>([
    ['a role that its user holds and it does not have', { organizationScopes: { roles: [{ name: 'org_member' }, { name: 'developer' }] } }],
    ['a role that its user does not hold either', { organizationScopes: { roles: [{ name: 'org_owner' }] } }],
    ['All Roles', { organizationScopes: { allRoles: true } }],
    ['Open ID', { generalScopes: ['openid'], ...MEMBER }],
  ])('by generating a token for %s', async (_name, allowedScopes) => {
    const { status, answer } = await generate(await makeAccessToken(await person()), { allowedScopes })
    expect([status, answer['errorCode']]).toEqual([403, 'insufficient_scope'])
  })

  it('by regenerating a token that is for more', async () => {
    const ctx = await person()
    const { tokenId, apiToken } = await makeToken(ctx, ['org_member', 'developer'])
    const { status, answer } = await askAs(await makeAccessToken(ctx), 'POST', `${PATH}/${tokenId}/regenerate`, { json: {} })
    expect([status, answer['errorCode'], (await exchange(apiToken)).status]).toEqual([403, 'insufficient_scope', 200])
  })

  it('while one got with All Roles makes All Roles, unless it was narrowed', async () => {
    const allowedScopes = { organizationScopes: { allRoles: true } }
    const [whole, narrowed] = [await withAllRoles(await person()), await withAllRoles(await person(), 'csp:org_member')]
    expect([(await generate(whole, { allowedScopes })).status, (await generate(narrowed, { allowedScopes })).status]).toEqual([200, 403])
  })

  it('nor by one that was narrowed to everything that is held at that moment', async () => {
    const narrowed = await withAllRoles(await person(), 'csp:org_member csp:developer')
    const generated = await generate(narrowed, { allowedScopes: { organizationScopes: { allRoles: true } } })
    expect([generated.status, generated.answer['errorCode']]).toEqual([403, 'insufficient_scope'])
    const [{ tokenId } = { tokenId: '' }] = (await list(narrowed)).results
    expect((await askAs(narrowed, 'POST', `${PATH}/${tokenId}/regenerate`)).status).toBe(403)
    expect((await generate(narrowed, { allowedScopes: { organizationScopes: { roles: [{ name: 'org_member' }, { name: 'developer' }] } } })).status).toBe(200)
  })

  it('by generating without a passcode while MFA is on', async () => {
    const ctx = await person()
    const accessToken = await makeAccessToken(ctx)
    await pool().query('UPDATE organization SET mfa_enforced_at = now() WHERE id = $1', [ctx.orgId])
    expect((await generate(accessToken)).answer).toMatchObject({ statusCode: 403, errorCode: 'insufficient_scope' })
  })
})

describe('regenerating by access token', () => {
  it('gives a new secret; the old one and its access tokens are dead', async () => {
    const ctx = await person()
    const { tokenId, apiToken } = await makeToken(ctx)
    const old = String((await exchange(apiToken)).answer['access_token'])
    const { status, answer } = await askAs(await makeAccessToken(ctx), 'POST', `${PATH}/${tokenId}/regenerate`)
    expect([status, Object.keys(answer)]).toEqual([200, ['apiToken']])
    expect([(await exchange(apiToken)).status, (await loggedInUser({ 'csp-auth-token': old })).status, (await exchange(String(answer['apiToken']))).status]).toEqual([400, 401, 200])
  })

  it('refuses a generation that is no longer, a token that is not theirs, and a longer life', async () => {
    const ctx = await person()
    const [accessToken, { tokenId }, strange] = [await makeAccessToken(ctx), await makeToken(ctx), await makeToken(await makeMember(ctx.orgId))]
    const again = (id: string, json: object) => askAs(accessToken, 'POST', `${PATH}/${id}/regenerate`, { json }).then(({ status }) => status)
    expect([await again(tokenId, { generation: 7 }), await again(strange.tokenId, {}), await again(tokenId, { refreshTokenTTL: 60 * 60 * 48 })]).toEqual([409, 404, 400])
  })

  it('leaves one live secret where sixteen do it at once', async () => {
    const ctx = await person()
    const [accessToken, { tokenId }] = [await makeAccessToken(ctx), await makeToken(ctx)]
    const answers = await Promise.all(Array.from({ length: 16 }, () => askAs(accessToken, 'POST', `${PATH}/${tokenId}/regenerate`, { json: { generation: 1 } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 15 }, () => 409)])
  })
})

describe('the list and the end of own tokens', () => {
  it('tells everything but the secret, types and all', async () => {
    const ctx = await person()
    const accessToken = await makeAccessToken(ctx)
    const tokenId = await makeTokenWith(ctx, { name: 'nightly-backup', description: 'What for', openId: true })
    const found = (await list(accessToken)).results.find((token) => token.tokenId === tokenId)
    expect(found).toEqual({
      tokenId, tokenName: 'nightly-backup', description: 'What for', lastChars: expect.stringMatching(/^\w{4}$/), scope: ['openid', 'csp:org_member'], status: 'ACTIVATED', deactivated: null,
      createdAt: expect.any(Number), issuedAt: expect.any(Number), expiresAt: expect.any(Number), lastUsedAt: null, openId: true, notifyBeforeExpiry: 7, violations: [],
    })
  })

  it('goes from page to page and back by cursor, and leaves out what is revoked', async () => {
    const ctx = await person()
    const accessToken = await makeAccessToken(ctx)
    for (const name of ['one', 'two', 'three']) await makeTokenWith(ctx, { name })
    const gone = await makeToken(ctx)
    expect((await askAs(accessToken, 'DELETE', `${PATH}/${gone.tokenId}`)).answer).toEqual({})
    const first = await list(accessToken, '?pageLimit=2')
    const second = await list(accessToken, `?pageLimit=2&cursor=${first.nextCursor}`)
    const back = await list(accessToken, `?pageLimit=2&cursor=${second.prevCursor}`)
    expect([first, second].map(({ results, totalResults }) => [results.map(({ tokenName }) => tokenName), totalResults])).toEqual([[['three', 'two'], 4], [['one', 'script'], 4]])
    expect([first.prevCursor, second.nextCursor, back.results]).toEqual([null, null, first.results])
  })

  it('refuses a cursor that is none', async () => {
    const accessToken = await makeAccessToken(await person())
    for (const cursor of ['x', 'n.x', 'n.', 'p.W10']) expect((await askAs(accessToken, 'GET', `${PATH}?cursor=${cursor}`)).status).toBe(400)
  })

  it('revokes once and for all, and only their own', async () => {
    const ctx = await person()
    const [accessToken, own, strange] = [await makeAccessToken(ctx), await makeToken(ctx), await makeToken(await makeMember(ctx.orgId))]
    const revoke = async (id: string) => (await askAs(accessToken, 'DELETE', `${PATH}/${id}`)).status
    expect([await revoke(own.tokenId), await revoke(own.tokenId), await revoke(strange.tokenId), (await exchange(own.apiToken)).answer['errorCode'], (await exchange(strange.apiToken)).status]).toEqual([200, 200, 404, 'token_revoked', 200])
  })

  it('says who deactivated one and why', async () => {
    const ctx = await person()
    const [accessToken, { tokenId }] = [await makeAccessToken(ctx), await makeToken(ctx)]
    await setToken(ctx, tokenId, `deactivated_at = now(), deactivated_by = user_id, deactivation_reason = 'key_compromise', deactivation_note = 'Seen in a log', generation = generation + 1`)
    const [newest] = (await list(accessToken)).results
    expect(newest).toMatchObject({ status: 'DEACTIVATED', deactivated: { by: 'Test Person', at: expect.any(Number), reason: 'key_compromise', note: 'Seen in a log' } })
  })
})
