import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { NEWEST_FIRST, type ListPlace } from '../list-address'
import { NO_TOKEN, WHOLE_LIST, type TokenFilter } from '../token-filter'
import { listTokens } from './list-tokens'

await createTestDatabase()

const DAY = 86_400_000
const START = new Date()
const ago = (days: number, milliseconds = 0) => new Date(START.getTime() - days * DAY + milliseconds)

let [owner, tom]: UserContext[] = []
let ctx: GovernorContext
const person = () => tom ?? expect.fail()

/** One token of each kind in one organization; another organization has one of the same name. */
beforeAll(async () => {
  const orgId = await makeOrganization()
  owner = await makeMember(orgId, { roles: ['org_owner', 'org_member'] })
  tom = await makeMember(orgId, { roles: ['org_member', 'developer'], serviceRoles: ['external/warehouse/reader'] })
  ctx = requireGovernor(owner)
  const over = { maxViolation: 'max_ttl_exceeded', maxViolationSince: ago(3) }
  await makeToken(owner, { name: 'plain' }, { lastFour: 'aB49', createdAt: ago(400), issuedAt: ago(400), userName: 'Ada Jäger', userEmail: 'ada@labs.example' }, { lastUsedAt: ago(1) })
  await makeToken(owner, { name: '100 percent' }, { name: '100% of batch_jobs', expiresAt: ago(-7) })
  await makeToken(tom, { name: 'every role', scope: 'all' }, {}, { lastUsedAt: ago(0) })
  await makeToken(tom, { name: 'service', roles: ['external/warehouse/reader'] }, { expiresAt: null, ttlValue: null, ttlUnit: null })
  await makeToken(tom, { name: 'developer', roles: ['developer', 'org_member'] }, { createdAt: ago(200), issuedAt: ago(90) })
  await makeToken(tom, { name: 'over' }, {}, over)
  await makeToken(tom, { name: 'idle' }, { createdAt: ago(200), issuedAt: ago(200) }, { lastUsedAt: ago(90, 60_000), idleViolationSince: ago(2) })
  await makeToken(tom, { name: 'off' }, { deactivatedAt: ago(1), deactivatedBy: owner.userId, deactivationReason: 'other' }, { ...over, idleViolationSince: ago(1) })
  await makeToken(tom, { name: 'expired' }, { createdAt: ago(100), issuedAt: ago(100), expiresAt: ago(1) }, over)
  await makeToken(tom, { name: 'revoked' }, { createdAt: ago(300), issuedAt: ago(300), revokedAt: ago(1) }, over)
  await makeToken(await makeMember(await makeOrganization()), { name: 'plain' })
})

const place = (change: Partial<ListPlace> = {}): ListPlace => ({ filter: WHOLE_LIST, sort: NEWEST_FIRST, size: 25, ...change })
const find = (filter: Partial<TokenFilter>) => listTokens(ctx, place({ filter: { ...WHOLE_LIST, ...filter } }))
const namesIn = async (filter: Partial<TokenFilter>) => (await find(filter)).tokens.map(({ name }) => name).toSorted()

const LIVE = ['100% of batch_jobs', 'developer', 'every role', 'idle', 'off', 'over', 'plain', 'service']
const ALL = [...LIVE, 'expired'].toSorted()

describe('what a filter looks at', () => {
  it.each<[string, Partial<TokenFilter>, string[]]>([
    ['everything but what was revoked', {}, ALL],
    ['activated', { status: 'activated' }, ALL.filter((name) => name !== 'off')],
    ['deactivated', { status: 'deactivated' }, ['off']],
    ['revoked', { status: 'revoked' }, ['revoked']],
    ['violating, unless it has ended', { violation: 'any' }, ['idle', 'off', 'over']],
    ['violating Max Token TTL', { violation: 'max' }, ['off', 'over']],
    ['violating Idle Token TTL', { violation: 'idle' }, ['idle', 'off']],
    ['revoked and violating: nothing', { status: 'revoked', violation: 'any' }, []],
    ['a role', { role: 'developer' }, ['developer']],
    ['All Roles', { role: 'all' }, ['every role']],
    ['a service role', { role: 'external/warehouse/reader' }, ['service']],
    ['never expires', { expires: 'never' }, ['service']],
    ['expired', { expires: 'expired' }, ['expired']],
    ['not expired', { expires: 'live' }, LIVE],
    ['expires within 7 days, to the millisecond', { expires: 7 }, ['100% of batch_jobs']],
    ['expires within 6 days', { expires: 6 }, []],
    ['unused for 90 days: since its issue exactly, since its use not quite', { unused: 90 }, ['developer', 'expired']],
    ['unused for 89 days', { unused: 89 }, ['developer', 'expired', 'idle']],
    ['never used', { unused: 'ever' }, ['100% of batch_jobs', 'developer', 'expired', 'off', 'over', 'service']],
    ['several at once', { status: 'activated', unused: 'ever', role: 'org_member' }, ['100% of batch_jobs', 'developer', 'expired', 'over']],
    ['no token of the organization', { token: NO_TOKEN }, []],
  ])('%s', async (_name, filter, found) => {
    expect(await namesIn(filter)).toEqual(found.toSorted())
  })

  it('one user', async () => {
    expect(await namesIn({ user: owner?.userId ?? '' })).toEqual(['100% of batch_jobs', 'plain'])
    expect(await namesIn({ user: crypto.randomUUID() })).toEqual([])
  })

  it.each([
    ['PLAIN', ['plain']],
    ['jäger', ['plain']],
    ['JÄG', ['plain']],
    ['@labs', ['plain']],
    ['Ab49', ['plain']],
    ['100%', ['100% of batch_jobs']],
    ['00%', ['100% of batch_jobs']],
    ['h_j', ['100% of batch_jobs']],
    ['batch-jobs', ['100% of batch_jobs']],
    // No letters that an address or the end of a secret could hold by chance.
    ['jä', ['plain']],
    ['äg', []],
    ['ä', []],
    ['0%', []],
    ['_', []],
    ['%%%', []],
    ['___', []],
    ['\\', []],
    ["'; DROP TABLE api_token; --", []],
    ['revoked', []],
  ])('finds %s in name, last four, user or address, two letters where a word begins, and takes no character for a wildcard', async (search, found) => {
    expect(await namesIn({ search })).toEqual(found)
  })

  it('one token, whatever became of it', async () => {
    const [revoked] = (await find({ status: 'revoked' })).tokens
    expect(await namesIn({ token: revoked?.id ?? '' })).toEqual(['revoked'])
    expect(await namesIn({ token: revoked?.id ?? '', status: 'activated' })).toEqual([])
  })
})

describe('a token of the list', () => {
  it('has what is shown, and neither secret nor digest', async () => {
    const [token] = (await find({ status: 'deactivated' })).tokens
    expect(Object.keys(token ?? {})).not.toContain('digest')
    expect(token).toMatchObject({
      user: { id: person().userId, name: 'Test Person', email: person().email, status: 'active' },
      deactivated: { by: 'Test Person', reason: 'other', note: null },
      violations: [{ kind: 'max_ttl_exceeded', since: ago(3) }, { kind: 'idle_ttl_exceeded', since: ago(1) }],
      ttl: { value: 6, unit: 'months' },
      expired: false,
    })
  })

  it('tells of its user who is suspended or gone', async () => {
    const orgId = await makeOrganization()
    const asker = requireGovernor(await makeMember(orgId, { roles: ['org_admin', 'org_member'] }))
    const [away, gone, barred] = [await makeMember(orgId), await makeMember(orgId), await makeMember(orgId)]
    for (const [one, name] of [[away, 'away'], [gone, 'gone'], [barred, 'barred']] as const) await makeToken(one, { name })
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: away.userId } }, data: { status: 'suspended' } })
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: gone.userId } }, data: { status: 'removed' } })
    await prisma().user.update({ where: { id: barred.userId }, data: { state: 'suspended' } })
    const { tokens } = await listTokens(asker, place())
    expect(tokens.map(({ name, user }) => [name, user.status])).toEqual([['barred', 'suspended'], ['gone', 'removed'], ['away', 'suspended']])
  })
})

describe('who may ask', () => {
  it.each(['org_member', 'developer', 'access_log_auditor'] as const)('not who is %s', async (role) => {
    const member = await makeMember(await makeOrganization(), { roles: [role] })
    expect(() => requireGovernor(member)).toThrow('not_found')
  })

  it('nobody where governance is not activated', async () => {
    const early = { ...(await makeMember(await makeOrganization(), { roles: ['org_owner'] })), igaActivated: false }
    expect(() => requireGovernor(early)).toThrow('governance_not_activated')
  })

  it('an administrator, who sees what the owner sees', async () => {
    const admin = requireGovernor(await makeMember(ctx.orgId, { roles: ['org_admin'] }))
    expect((await listTokens(admin, place())).tokens).toEqual((await find({})).tokens)
  })
})
