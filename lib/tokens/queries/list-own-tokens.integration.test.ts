import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { OWN_TOKEN_VIEWS, type OwnTokenView } from '../list-filter'
import { listOwnTokens } from './list-own-tokens'

await createTestDatabase()

const PAST = new Date('2026-01-02T03:04:05.678Z')
let ctx: UserContext

/** One token of each kind, all in one person's list; a second person of the organization has one as well. */
beforeAll(async () => {
  const orgId = await makeOrganization()
  ctx = await makeMember(orgId, { roles: ['org_member', 'developer'], serviceRoles: ['external/warehouse/reader'] })
  const owner = await makeMember(orgId, { roles: ['org_owner', 'org_member'] })
  await makeToken(owner, { name: 'not yours' })
  const off = { deactivatedAt: PAST, deactivatedBy: owner.userId, deactivationReason: 'other' }
  const over = { maxViolation: 'max_ttl_exceeded', maxViolationSince: PAST }
  const idle = { idleViolationSince: PAST }
  const expired = { createdAt: PAST, issuedAt: PAST, expiresAt: new Date(PAST.getTime() + 60_000) }
  await makeToken(ctx, { name: 'plain', description: 'Runs 100% of batch_jobs' }, { lastFour: 'aB49' })
  await makeToken(ctx, { name: 'every role', scope: 'all' })
  await makeToken(ctx, { name: 'Prüfbericht', roles: ['external/warehouse/reader'] })
  await makeToken(ctx, { name: 'over' }, {}, over)
  await makeToken(ctx, { name: 'over and idle' }, {}, { ...over, ...idle })
  await makeToken(ctx, { name: 'off' }, off, idle)
  await makeToken(ctx, { name: 'expired' }, expired, over)
  await makeToken(ctx, { name: 'revoked' }, { revokedAt: new Date() }, over)
  await makeToken(ctx, { name: 'half lost' }, { orgRoles: ['org_member', 'org_owner'] })
  await makeToken(ctx, { name: 'powerless' }, { orgRoles: ['org_owner'], serviceRoles: ['external/warehouse/writer'] })
  await makeToken(ctx, { name: 'powerless but known' }, { orgRoles: ['org_owner'], openId: true })
})

const namesIn = async (asked: Parameters<typeof listOwnTokens>[1]) => (await listOwnTokens(ctx, asked)).tokens.map(({ name }) => name).toSorted()

const WORKING = ['plain', 'every role', 'Prüfbericht', 'over', 'over and idle', 'half lost', 'powerless but known']
const NOT_WORKING = ['off', 'expired', 'revoked', 'powerless']
const IN_VIEW: Record<OwnTokenView, string[]> = {
  all: [...WORKING, ...NOT_WORKING],
  working: WORKING,
  not_working: NOT_WORKING,
  violations: ['over', 'over and idle', 'off'],
}

describe('the views of the list', () => {
  it.each(OWN_TOKEN_VIEWS)('%s shows what belongs there, and counts it', async (view) => {
    expect(await namesIn({ view })).toEqual(IN_VIEW[view].toSorted())
    const { counts } = await listOwnTokens(ctx, { view })
    expect(counts.views[view]).toBe(IN_VIEW[view].length)
  })

  it('counts what is live and what could be revoked, whatever the search', async () => {
    const { counts } = await listOwnTokens(ctx, { search: 'nothing has this name' })
    expect(counts).toEqual({ views: { all: 0, working: 0, not_working: 0, violations: 0 }, live: 9, notRevoked: 10, total: 11 })
  })
})

describe('searching the list', () => {
  it.each([
    ['OVER', ['over', 'over and idle']],
    ['prÜF', ['Prüfbericht']],
    ['100%', ['plain']],
    ['%', ['plain']],
    ['_', ['plain']],
    ['Ab49', ['plain']],
    ['\\', []],
    ["'; DROP TABLE api_token; --", []],
    ['not yours', []],
  ])('finds %s in name, description or last four, and takes no character for a wildcard', async (search, found) => {
    expect(await namesIn({ search })).toEqual(found)
  })

  it('searches within a view', async () => {
    expect(await namesIn({ search: 'over', view: 'not_working' })).toEqual([])
    expect((await listOwnTokens(ctx, { search: 'over', view: 'not_working' })).counts.views).toEqual({ all: 2, working: 2, not_working: 0, violations: 2 })
  })
})

describe('a token of the list', () => {
  const find = async (name: string) => (await listOwnTokens(ctx, {})).tokens.find((token) => token.name === name)

  it('tells which of its scopes its user has lost, and whether any is left', async () => {
    expect(await find('half lost')).toMatchObject({ lostScopes: ['org_owner'], powerless: false })
    expect(await find('powerless')).toMatchObject({ lostScopes: ['org_owner', 'external/warehouse/writer'], powerless: true })
    expect(await find('powerless but known')).toMatchObject({ lostScopes: ['org_owner'], powerless: false })
    expect(await find('every role')).toMatchObject({ lostScopes: [], powerless: false })
  })

  it('tells each limit that it breaks and since when; an ended one breaks none', async () => {
    expect((await find('over and idle'))?.violations).toEqual([
      { kind: 'max_ttl_exceeded', since: PAST },
      { kind: 'idle_ttl_exceeded', since: PAST },
    ])
    expect((await find('expired'))?.violations).toEqual([])
    expect((await find('revoked'))?.violations).toEqual([])
  })

  it('has no secret and no digest', async () => {
    const token = await find('plain')
    expect(Object.keys(token ?? {})).not.toContain('digest')
    expect(token).toMatchObject({ lastFour: 'aB49', generation: 1, reminderDays: 7, ttl: { value: 6, unit: 'months' } })
  })
})

describe('paging', () => {
  it('shows the caller what is theirs in this organization, newest first', async () => {
    const orgId = await makeOrganization()
    const [ada, tom] = [await makeMember(orgId), await makeMember(orgId)]
    await makeToken(tom, { name: 'not-yours' })
    for (let made = 0; made < 54; made += 1) await makeToken(ada, { name: `t${made}` }, made < 36 ? { revokedAt: PAST } : {})
    const first = await listOwnTokens(ada, {})
    const second = await listOwnTokens(ada, { after: first.nextCursor ?? undefined })
    expect(first.tokens).toHaveLength(50)
    expect(second.nextCursor).toBeNull()
    expect([...first.tokens, ...second.tokens].map(({ name }) => name)).toEqual(Array.from({ length: 54 }, (_, at) => `t${53 - at}`))
    expect(first.counts.live).toBe(18)
  })

  it('goes on within a search and a view, with nothing twice and nothing left out', async () => {
    const many = await makeMember(await makeOrganization())
    for (let made = 0; made < 52; made += 1) {
      await makeToken(many, { name: `ended ${made}` }, { revokedAt: PAST, createdAt: PAST })
      if (made % 13 === 0) await makeToken(many, { name: `good ${made}` })
    }
    const asked = { search: 'END', view: 'not_working' } as const
    const first = await listOwnTokens(many, asked)
    const second = await listOwnTokens(many, { ...asked, after: first.nextCursor ?? undefined })
    expect([first.tokens.length, second.tokens.length, second.nextCursor]).toEqual([50, 2, null])
    expect(new Set([...first.tokens, ...second.tokens].map(({ name }) => name)).size).toBe(52)
    expect(second.counts.views.not_working).toBe(52)
  })
})
