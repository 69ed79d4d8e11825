import { beforeAll, describe, expect, it } from 'vitest'
import { authorize, DEACTIVATE, exchange, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../platform/db'
import { ensureSigningKey } from '../platform/signing-keys'
import { formatApiToken } from '../tokens/api-token'
import { revokeToken } from '../tokens/commands/revoke-token'
import { summarizeFailedExchanges } from './commands/failed-exchanges'

await createTestDatabase()
beforeAll(ensureSigningKey)

describe('a refused exchange', () => {
  const envelope = (errorCode: string, error = 'invalid_grant') => ({
    cspErrorCode: expect.any(String),
    errorCode,
    message: expect.stringMatching(/^invalid_/),
    moduleCode: 540,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    statusCode: 400,
    error,
    error_description: expect.any(String),
  })

  it('says one and the same of a missing secret, a malformed one and an unknown one', async () => {
    const unknown = formatApiToken(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(32)))
    const malformed = `${unknown.slice(0, -1)}${unknown.endsWith('0') ? '1' : '0'}`
    for (const refused of [await exchange(unknown), await exchange(malformed)]) {
      expect(refused.status).toBe(400)
      expect(refused.answer).toEqual(envelope('invalid_token'))
    }
    expect((await authorize(new URLSearchParams())).answer).toEqual(envelope('invalid_token', 'invalid_request'))
  })

  it.each([
    ['token_expired', `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now() - interval '1 second'`],
    ['token_revoked', 'revoked_at = now()'],
    ['token_deactivated', DEACTIVATE],
  ])('%s', async (code, set) => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, set)
    const refused = await exchange(apiToken)
    expect(refused.status).toBe(400)
    expect(refused.answer).toEqual(envelope(code))
    expect(refused.answer['message']).toContain(`****${apiToken.slice(-4)}`)
    expect(JSON.stringify(refused.answer)).not.toContain(apiToken.slice(0, -4))
  })

  it.each(['suspended', 'removed'])('user_inactive, when the membership is %s', async (status) => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    const { apiToken } = await makeToken(ctx)
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: ctx.userId } }, data: { status } })
    expect((await exchange(apiToken)).answer).toEqual(envelope('user_inactive'))
  })

  it('no_permissions, when its only role was taken away', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId, { roles: ['org_member', 'developer'] })
    const { apiToken } = await makeToken(ctx, ['developer'])
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: ctx.userId } }, data: { roles: ['org_member'] } })
    expect((await exchange(apiToken)).answer).toEqual(envelope('no_permissions'))
  })

  it('invalid_scope, when it asks for more than the token has', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken } = await makeToken(ctx)
    expect((await authorize(new URLSearchParams({ api_token: apiToken, scope: 'csp:org_owner' }))).answer).toEqual({
      ...envelope('invalid_scope', 'invalid_scope'),
    })
  })

  it.each<[string, BodyInit, Record<string, string>, number]>([
    ['another grant type', new URLSearchParams({ grant_type: 'password', api_token: 'x' }), {}, 400],
    ['a repeated parameter', 'api_token=a&api_token=b', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['broken JSON', '{', { 'content-type': 'application/json' }, 400],
    ['deep JSON', '['.repeat(10_000), { 'content-type': 'application/json' }, 400],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0xfd]), {}, 400],
    ['17 KiB', 'a'.repeat(17 * 1_024), {}, 413],
  ])('answers %s in the envelope', async (_name, body, headers, status) => {
    const refused = await authorize(body, headers)
    expect(refused.status).toBe(status)
    expect(refused.answer).toMatchObject({ moduleCode: 540, statusCode: status, requestId: expect.any(String) })
  })

  it('is audited once at once, and once more with the count when its minute is over', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await revokeToken(ctx, { tokenId })
    await Promise.all([1, 2, 3, 4].map(() => exchange(apiToken)))
    const failures = () => prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, type: 'csp__refresh_token_exchange_failed' }, orderBy: { id: 'asc' } })
    const counted = await prisma().exchangeFailure.findMany({ where: { orgId: ctx.orgId } })
    expect(await failures()).toHaveLength(counted.length)
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    await pool().query(`UPDATE exchange_failure SET minute = minute - interval '2 minutes' WHERE org_id = $1`, [ctx.orgId])
    await summarizeFailedExchanges()
    await summarizeFailedExchanges()
    const further = (await failures()).flatMap(({ details }) => (typeof details === 'object' && details && 'furtherAttempts' in details ? [Number(details['furtherAttempts'])] : []))
    expect(further.reduce((sum, count) => sum + count, 0)).toBe(4 - counted.length)
    expect((await failures())[0]).toMatchObject({ result: 'failure', cause: 'token_revoked', tokenId })
  })

  it('leaves no trace in an organization when the secret is unknown', async () => {
    const orgId = await makeOrganization()
    await exchange(formatApiToken(orgId, crypto.getRandomValues(new Uint8Array(32))))
    expect(await prisma().auditEvent.count({ where: { orgId } })).toBe(0)
  })
})
