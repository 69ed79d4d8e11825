import { beforeAll, describe, expect, it } from 'vitest'
import { askAs } from '@/server/testing/ask-interface'
import { exchange, makeAccessToken, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { switchEventsIn } from '@/server/testing/switching'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

async function organization() {
  const orgId = await makeOrganization()
  const [owner, tom] = [await makeMember(orgId, { roles: ['org_owner'] }), await makeMember(orgId)]
  const accessToken = await makeAccessToken(owner, ['org_owner'])
  const ask = (method: string, rest: string, json?: unknown) => askAs(accessToken, method, `/csp/gateway/am/api/orgs/${orgId}/${rest}`, json === undefined ? {} : { json })
  return { orgId, owner, tom, accessToken, ask }
}

const OFF = { enabled: false, value: null, unit: 'DAYS' }
const DAYS_30 = { enabled: true, value: 30, unit: 'DAYS' }

describe('deactivating and activating by ids', () => {
  it('does what can be done, once for each id, and says what could not be and why', async () => {
    const { orgId, tom, ask } = await organization()
    const [good, revoked] = [await makeToken(tom), await makeToken(tom)]
    await setToken(tom, revoked.tokenId, 'revoked_at = now()')
    const nobodys = crypto.randomUUID()
    const { status, answer } = await ask('POST', 'api-tokens/deactivate', { ids: [good.tokenId, good.tokenId, revoked.tokenId, nobodys, 'no id'], reason: 'key_compromise' })
    expect([status, answer]).toEqual([200, { successes: [good.tokenId], failures: [revoked.tokenId, nobodys, 'no id'].map((id) => ({ id, message: expect.stringMatching(/API token/) })) }])
    expect([(await exchange(good.apiToken)).answer['errorCode'], (await switchEventsIn(orgId)).length]).toEqual(['token_deactivated', 1])
  })

  it('changes nothing the second time, and activates again', async () => {
    const { orgId, tom, ask } = await organization()
    const { tokenId, apiToken } = await makeToken(tom)
    const both = [await ask('POST', 'api-tokens/deactivate', { ids: [tokenId] }), await ask('POST', 'api-tokens/deactivate', { ids: [tokenId] }), await ask('POST', 'api-tokens/activate', { ids: [tokenId] })]
    expect(both.map(({ answer }) => answer)).toEqual(Array.from({ length: 3 }, () => ({ successes: [tokenId], failures: [] })))
    expect([(await switchEventsIn(orgId)).length, (await exchange(apiToken)).status]).toEqual([2, 200])
  })

  it.each<[string, unknown]>([
    ['no ids', { ids: [] }],
    ['more than a thousand', { ids: Array.from({ length: 1_001 }, () => crypto.randomUUID()) }],
    ['ids that are no list', { ids: 'all' }],
    ['a reason that there is not', { ids: [crypto.randomUUID()], reason: 'mood' }],
    ['a note with a NUL', { ids: [crypto.randomUUID()], note: 'a\0b' }],
  ])('refuses %s', async (_name, json) => {
    const { ask } = await organization()
    expect((await ask('POST', 'api-tokens/deactivate', json)).status).toBe(400)
  })
})

describe("the organization's list", () => {
  it('tells of each token whose it is, types and all', async () => {
    const { tom, ask } = await organization()
    const { tokenId } = await makeToken(tom)
    const { answer } = await ask('GET', `api-tokens?user=${tom.userId}`)
    expect(answer).toEqual({
      results: [{
        tokenId, tokenName: 'script', description: null, lastChars: expect.stringMatching(/^\w{4}$/), scope: ['csp:org_member'], status: 'ACTIVATED', deactivated: null, createdAt: expect.any(Number), issuedAt: expect.any(Number),
        expiresAt: expect.any(Number), lastUsedAt: null, openId: false, notifyBeforeExpiry: null, violations: [], userId: tom.userId, username: tom.userId, firstName: 'Test', lastName: 'Person',
      }],
      totalResults: 1, nextCursor: null, prevCursor: null,
    })
  })

  it('goes from page to page and back in any order', async () => {
    const { tom, ask } = await organization()
    for (let made = 0; made < 4; made += 1) await makeToken(tom)
    const page = async (cursor: unknown) => (await ask('GET', `api-tokens?sort=name&pageLimit=2&cursor=${String(cursor)}`)).answer as { results: { tokenId: string }[]; totalResults: number; nextCursor: unknown; prevCursor: unknown }
    const first = await page('')
    const second = await page(first.nextCursor)
    const back = await page(second.prevCursor)
    expect([first.totalResults, new Set([...first.results, ...second.results].map(({ tokenId }) => tokenId)).size, back.results]).toEqual([5, 4, first.results])
  })

  it.each(['status=sleeping', 'violation=x', 'user=me', 'role=king', 'expires=soon', 'unused=0', 'sort=colour', 'order=up', 'pageLimit=-1', 'cursor=x', 'q=tw_secret', 'status=activated&status=revoked'])('refuses %s rather than showing everything', async (query) => {
    const { ask } = await organization()
    const { status, answer } = await ask('GET', `api-tokens?${query}`)
    expect([status, String(answer['message']).split(':')[0]]).toEqual([400, query.split('=')[0]])
  })
})

describe('the policies', () => {
  it('are read, previewed and saved with the version they were read with', async () => {
    const { tom, ask } = await organization()
    await makeToken(tom)
    const { tokenId } = await makeToken(tom)
    await setToken(tom, tokenId, `expires_at = issued_at + interval '90 days', ttl_value = 90`)
    await pool().query(`UPDATE token_life SET expires_at = issued_at + interval '90 days' WHERE id = $1`, [tokenId])
    expect((await ask('GET', 'token-policies')).answer).toEqual({ idleTokenTtl: OFF, maxTokenTtl: OFF, version: 1, updatedAt: expect.any(Number), updatedBy: null })
    const { answer: preview } = await ask('POST', 'token-policies/preview', { idleTokenTtl: OFF, maxTokenTtl: DAYS_30 })
    expect(preview).toMatchObject({ newlyViolating: 1, newlyCompliant: 0, unchanged: 2, users: 1, usedLast7Days: 0, tokens: [{ tokenId, userId: tom.userId, violations: [{ kind: 'MAX_TTL_EXCEEDED', limitSeconds: 2_592_000 }] }] })
    const saved = await ask('PUT', 'token-policies', { idleTokenTtl: OFF, maxTokenTtl: DAYS_30, version: 1 })
    expect([saved.status, saved.answer]).toEqual([200, { idleTokenTtl: OFF, maxTokenTtl: DAYS_30, version: 2, updatedAt: expect.any(Number), updatedBy: 'Test Person' }])
    expect((await ask('GET', 'api-tokens?violation=max')).answer).toMatchObject({ totalResults: 1, results: [{ tokenId, violations: [{ kind: 'MAX_TTL_EXCEEDED', since: expect.any(Number), limitSeconds: 2_592_000 }] }] })
  })

  it('are refused with another version, whatever they say', async () => {
    const { ask } = await organization()
    const save = async (maxTokenTtl: object, version: number) => (await ask('PUT', 'token-policies', { idleTokenTtl: OFF, maxTokenTtl, version })).status
    expect([await save(DAYS_30, 9), await save(OFF, 9), await save(DAYS_30, 1), await save({ ...DAYS_30, value: 31 }, 1)]).toEqual([409, 409, 200, 409])
  })

  it.each<[string, object, string]>([
    ['a value that is missing', { enabled: true, unit: 'DAYS' }, 'maxTokenTtl.value'],
    ['half a day', { ...DAYS_30, value: 0.5 }, 'maxTokenTtl.value'],
    ['none at all', { ...DAYS_30, value: 0 }, 'maxTokenTtl.value'],
    ['more than five years', { ...DAYS_30, value: 1_828 }, 'maxTokenTtl.value'],
    ['months', { ...DAYS_30, unit: 'MONTHS' }, 'maxTokenTtl.unit'],
    ['a switch in words', { ...DAYS_30, enabled: 'yes' }, 'maxTokenTtl.enabled'],
  ])('refuse %s, and name the field', async (_name, maxTokenTtl, field) => {
    const { ask } = await organization()
    const { status, answer } = await ask('PUT', 'token-policies', { idleTokenTtl: OFF, maxTokenTtl, version: 1 })
    expect([status, String(answer['message']).split(':')[0]]).toEqual([400, field])
  })
})

describe('before governance is activated', () => {
  it.each([['GET', 'api-tokens'], ['GET', 'token-policies'], ['POST', 'api-tokens/deactivate']])('%s %s says so', async (method, rest) => {
    const { orgId, ask } = await organization()
    await pool().query('UPDATE organization SET iga_activated_at = NULL WHERE id = $1', [orgId])
    const { status, answer } = await ask(method, rest, method === 'POST' ? { ids: [crypto.randomUUID()] } : undefined)
    expect([status, answer['errorCode']]).toEqual([403, 'governance_not_activated'])
  })
})
