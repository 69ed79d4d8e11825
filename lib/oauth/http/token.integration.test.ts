import { beforeAll, describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { makeToken, setToken } from '@/server/testing/exchange'
import { basic, makeService, postForm } from '@/server/testing/oauth'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const TOKEN = '/oauth/token'
const newToken = async (openId = false) => (await makeToken(await makeMember(await makeOrganization()), ['org_member'], openId)).apiToken
const grant = (fields: Record<string, string>, headers: Record<string, string> = {}) => postForm(TOKEN, { grant_type: 'refresh_token', ...fields }, { headers })

describe('the token endpoint', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no client', {}, {}],
    ['a client by name', { client_id: 'anything' }, {}],
    ['an empty secret', {}, basic('anything', '')],
  ])('grants with %s', async (_client, fields, headers) => {
    const apiToken = await newToken()
    const { status, headers: answered, answer } = await grant({ refresh_token: apiToken, ...fields }, headers)
    expect([status, answered.get('cache-control')]).toEqual([200, 'no-store'])
    expect(answer).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 1799, scope: 'csp:org_member', refresh_token: apiToken })
  })

  it('grants to a service that authenticates, and to none that cannot', async () => {
    const { headers, clientId } = await makeService('pipeline')
    const apiToken = await newToken()
    expect((await grant({ refresh_token: apiToken }, headers)).status).toBe(200)
    const refused = await grant({ refresh_token: apiToken }, basic(clientId, 'tws_wrong'))
    expect([refused.status, refused.answer['error'], refused.headers.get('www-authenticate')]).toEqual([401, 'invalid_client', expect.stringMatching(/^Basic /)])
  })

  it.each([
    ['openid', 'openid', true],
    ['csp:org_member', 'csp:org_member', false],
    ['csp:org_member openid', 'openid csp:org_member', true],
  ])('narrows to %s', async (scope, granted, identified) => {
    const { answer } = await grant({ refresh_token: await newToken(true), scope })
    expect([answer['scope'], 'id_token' in answer]).toEqual([granted, identified])
  })

  it.each<[string, string, string | URLSearchParams | Record<string, string>]>([
    ['no grant type', 'invalid_request', { refresh_token: 'x' }],
    ['no token', 'invalid_request', { grant_type: 'refresh_token' }],
    ['the token under its other name', 'invalid_request', { grant_type: 'refresh_token', api_token: 'x' }],
    ['two tokens', 'invalid_request', 'grant_type=refresh_token&refresh_token=x&refresh_token=y'],
    ['two grant types', 'invalid_request', 'grant_type=refresh_token&grant_type=refresh_token&refresh_token=x'],
    ['another grant type', 'unsupported_grant_type', { grant_type: 'password', refresh_token: 'x' }],
    ['an unknown token', 'invalid_grant', { grant_type: 'refresh_token', refresh_token: 'x' }],
  ])('refuses %s', async (_what, error, fields) => {
    const { status, answer } = await postForm(TOKEN, fields)
    expect(status).toBe(400)
    expect(answer).toMatchObject({ statusCode: 400, moduleCode: 540, errorCode: expect.any(String), message: expect.any(String), error, error_description: expect.any(String) })
  })

  it('refuses what ends as the exchange does', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    expect((await grant({ refresh_token: apiToken, scope: 'csp:org_owner' })).answer).toMatchObject({ error: 'invalid_scope', errorCode: 'invalid_scope' })
    await setToken(ctx, tokenId, 'revoked_at = now()')
    expect((await grant({ refresh_token: apiToken })).answer).toMatchObject({ error: 'invalid_grant', errorCode: 'token_revoked' })
  })
})

describe.each([TOKEN, '/oauth/revoke'])('%s', (path) => {
  it.each<[string, number, { body: BodyInit; headers: Record<string, string>; json?: unknown }]>([
    ['JSON', 400, { body: '{"token":"x"}', headers: { 'content-type': 'application/json' } }],
    ['no type', 400, { body: new Uint8Array([97]), headers: {} }],
    ['what is not UTF-8', 400, { body: new Uint8Array([255, 254]), headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['17 KiB', 413, { body: `token=${'a'.repeat(17 * 1_024)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['nothing', 400, { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } }],
  ])('refuses %s', async (_what, expected, asked) => {
    const { status, answer } = await askInterface('POST', `${path}?token=x&refresh_token=x&grant_type=refresh_token`, { ...asked, peer: makePeer() })
    expect(status).toBe(expected)
    expect(answer).toMatchObject({ statusCode: expected, moduleCode: 540, errorCode: 'invalid_request', error: 'invalid_request' })
  })
})
