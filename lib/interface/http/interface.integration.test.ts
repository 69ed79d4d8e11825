import { beforeAll, describe, expect, it } from 'vitest'
import { askAs, askInterface } from '@/server/testing/ask-interface'
import { DEACTIVATE, exchange, loggedInUser, makeAccessToken, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { env } from '../../platform/env'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

describe('an access token', () => {
  it('tells whose it is, under either header', async () => {
    const ctx = await makeMember(await makeOrganization())
    const accessToken = String((await exchange((await makeToken(ctx)).apiToken)).answer['access_token'])
    for (const headers of [{ authorization: `Bearer ${accessToken}` }, { 'csp-auth-token': accessToken }]) {
      expect(await loggedInUser(headers)).toMatchObject({ status: 200, answer: { userId: ctx.userId, email: ctx.email, userProfile: { defaultOrgId: ctx.orgId, isFederated: false } } })
    }
  })

  it.each([
    ['revoked', 'revoked_at = now()'],
    ['regenerated', 'generation = generation + 1'],
    ['deactivated', DEACTIVATE],
    ['expired', `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`],
  ])('is refused the moment its API token is %s', async (_name, set) => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    const accessToken = String((await exchange(apiToken)).answer['access_token'])
    await setToken(ctx, tokenId, set)
    expect(await loggedInUser({ 'csp-auth-token': accessToken })).toMatchObject({ status: 401, answer: { statusCode: 401, moduleCode: 540 } })
  })

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['no JWT', { authorization: 'Bearer abc' }],
    ['an unsigned JWT', { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.` }],
    ['basic credentials', { authorization: 'Basic abc' }],
  ])('is refused when it is %s', async (_name, headers) => {
    expect((await loggedInUser(headers)).status).toBe(401)
  })

  it.each([
    ['is missing', '', 'The access token is missing.'],
    ['is an API token', 'tw_abc', 'This is an API token.'],
    ['is over', 'abc', 'Exchange the API token once more'],
  ])('is refused with what to do where it %s', async (_name, accessToken, says) => {
    const { answer } = await loggedInUser({ 'csp-auth-token': accessToken })
    expect(answer['message']).toContain(says)
  })

  it('is refused when it is an ID token', async () => {
    const ctx = await makeMember(await makeOrganization())
    const idToken = String((await exchange((await makeToken(ctx, ['org_member'], true)).apiToken)).answer['id_token'])
    expect((await loggedInUser({ authorization: `Bearer ${idToken}` })).status).toBe(401)
  })

  it('is refused when a bit was changed', async () => {
    const ctx = await makeMember(await makeOrganization())
    const [head, body, signature = ''] = String((await exchange((await makeToken(ctx)).apiToken)).answer['access_token']).split('.')
    const forged = `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    expect((await loggedInUser({ authorization: `Bearer ${forged}` })).status).toBe(401)
  })
})

describe('the interface', () => {
  it('gives the public key as PEM or as a JWK set', async () => {
    const ask = async (query: string) => (await askInterface('GET', `/csp/gateway/am/api/auth/token-public-key${query}`)).answer
    expect(await ask('')).toEqual({ alg: 'ES256', issuer: env().publicUrl, value: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/) })
    expect(await ask('?format=jwks')).toEqual({ keys: [expect.objectContaining({ kty: 'EC', alg: 'ES256', use: 'sig' })] })
  })

  it.each(['/csp/gateway/none', '/oauth/none', '/api/cron', '/api/cron/none'])('answers the unknown address %s in the envelope', async (path) => {
    const { status, answer } = await askInterface('GET', path)
    expect(status).toBe(404)
    expect(answer).toMatchObject({ statusCode: 404, errorCode: 'not_found', moduleCode: 540 })
  })

  it('names a field that is missing', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { status, answer } = await askAs(await makeAccessToken(ctx), 'POST', '/csp/gateway/am/api/loggedin/user/api-tokens', { json: { tokenName: 'nightly build' } })
    expect([status, answer['message']]).toEqual([400, 'allowedScopes: is missing'])
  })

  it('says which methods an address knows', async () => {
    const { status, headers, answer } = await askInterface('PUT', '/csp/gateway/am/api/loggedin/user')
    expect([status, headers.get('allow'), answer['errorCode']]).toEqual([405, 'GET', 'method_not_allowed'])
  })
})
