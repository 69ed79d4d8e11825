import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { OrgRole } from '../../identity/permissions'
import { prisma } from '../../platform/db'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { NEWEST_FIRST, SORT_KEYS, type ListPlace, type Sort } from '../list-address'
import { sortKeyOf, type ListCursor } from '../list-cursor'
import { WHOLE_LIST, type TokenFilter } from '../token-filter'
import { listTokens } from './list-tokens'
import { isOfOrganization, matchesFilter } from './token-conditions'
import { idsInOrder, type Way } from './tokens-in-order'
import { TOKENS } from '../../tokens/queries/token-tables'

await createTestDatabase()

const DAY = 86_400_000
const START = new Date()
const ago = (days: number) => new Date(START.getTime() - days * DAY)
const place = (change: Partial<ListPlace> = {}): ListPlace => ({ filter: WHOLE_LIST, sort: NEWEST_FIRST, size: 25, ...change })

const ROWS = 83
/** Of the same organization, and as many live ones of another. */
const REVOKED = 12
const instant = fc.option(fc.integer({ min: 0, max: 3 }).map((at) => ago(at)), { nil: null })
const columns = fc.record({
  name: fc.constantFrom('a', 'B', 'b', 'ä', 'Z', '10', '9', 'ß', "o'c", '日本'),
  userName: fc.constantFrom('Ada L', 'ada l', 'Émile Z'),
  createdAt: fc.integer({ min: 10, max: 14 }).map((days) => ago(days)),
  expiresAt: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => ago(days)), { nil: null }),
  lastUsedAt: instant,
  deactivatedAt: instant,
  maxViolationSince: instant,
  idleViolationSince: instant,
  orgRoles: fc.constantFrom<string[]>([], ['org_member'], ['org_member', 'developer'], ['developer']),
})
let many: GovernorContext

beforeAll(async () => {
  const roles: OrgRole[] = ['org_owner', 'org_member', 'developer']
  many = requireGovernor(await makeMember(await makeOrganization(), { roles }))
  // So many are not made for one person within an hour, nor do they live at once.
  const holders = [many, await makeMember(many.orgId, { roles })] as const
  for (const [at, row] of fc.sample(columns, { numRuns: ROWS, seed: 4 }).entries()) {
    const { lastUsedAt, maxViolationSince, idleViolationSince, ...token } = row
    const { deactivatedAt, expiresAt } = token
    const stored = {
      ...token,
      openId: true,
      issuedAt: token.createdAt,
      lastFour: String(at).padStart(4, '0'),
      ...(expiresAt === null && { ttlValue: null, ttlUnit: null }),
      ...(deactivatedAt && { deactivatedBy: many.userId, deactivationReason: 'other' }),
    }
    await makeToken(at % 2 ? holders[1] : holders[0], {}, stored, { lastUsedAt, maxViolationSince, idleViolationSince, maxViolation: maxViolationSince && 'max_ttl_exceeded' })
  }
  const foreign = await makeMember(await makeOrganization(), { roles })
  for (const [at, { lastUsedAt, maxViolationSince, idleViolationSince, ...row }] of fc.sample(columns, { numRuns: 2 * REVOKED, seed: 5 }).entries()) {
    const whose = at < REVOKED ? many : foreign
    const stored = { ...row, openId: true, issuedAt: row.createdAt, deactivatedAt: null, ...(row.expiresAt === null && { ttlValue: null, ttlUnit: null }) }
    await makeToken(whose, {}, { ...stored, revokedAt: whose === many ? START : null }, { lastUsedAt, maxViolationSince, idleViolationSince, maxViolation: maxViolationSince && 'max_ttl_exceeded' })
  }
})

async function walk(sort: Sort, filter: TokenFilter = WHOLE_LIST) {
  const forth = [await listTokens(many, place({ sort, filter }))]
  for (let next = forth[0]?.next; next; next = forth.at(-1)?.next) forth.push(await listTokens(many, place({ sort, filter, after: next })))
  const back = forth.slice(-1)
  for (let previous = back[0]?.previous; previous; previous = back[0]?.previous) back.unshift(await listTokens(many, place({ sort, filter, before: previous })))
  return { forth, back }
}

describe.each(SORT_KEYS)('by %s', (key) => {
  it.each([true, false])('descending: %s; to the end and back nothing is twice or left out', async (descending) => {
    const { forth, back } = await walk({ key, descending })
    expect(forth.map(({ tokens }) => tokens.length)).toEqual([25, 25, 25, 8])
    expect(forth.map(({ from }) => from)).toEqual([1, 26, 51, 76])
    expect(back).toEqual(forth)
    const ids = forth.flatMap(({ tokens }) => tokens.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ROWS)
    expect(forth.map(({ total }) => total)).toEqual(forth.map(() => ({ count: ROWS, precision: 'exact' })))
  })

  it('the other direction is the same list turned round', async () => {
    const ids = async (descending: boolean) => (await walk({ key, descending })).forth.flatMap(({ tokens }) => tokens.map(({ id }) => id))
    expect(await ids(true)).toEqual((await ids(false)).toReversed())
  })

  it('is in order', async () => {
    const { forth } = await walk({ key, descending: false })
    const rows = (await prisma().apiToken.findMany({ where: { orgId: many.orgId }, include: { life: true } })).map((row) => ({ ...(row.life ?? expect.fail()), ...row }))
    const keys = forth.flatMap(({ tokens }) => tokens).map(({ id }) => sortKeyOf(rows.find((row) => row.id === id) ?? expect.fail(), key))
    // As PostgreSQL has it: infinities at the ends, and a list before the same list with more in it.
    const comparable = (text: string) => (text === 'infinity' ? '9' : text === '-infinity' ? '0' : text.replaceAll(/[{}]/g, ''))
    const collator = new Intl.Collator('und')
    const compare = key === 'name' || key === 'user' ? collator.compare : (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
    expect(keys).toEqual(keys.toSorted((one, other) => compare(comparable(one), comparable(other))))
  })
})

it('goes on within a filter', async () => {
  const { forth, back } = await walk({ key: 'name', descending: false }, { ...WHOLE_LIST, role: 'org_member' })
  const count = await prisma().apiToken.count({ where: { orgId: many.orgId, revokedAt: null, orgRoles: { has: 'org_member' } } })
  expect(forth.flatMap(({ tokens }) => tokens)).toHaveLength(count)
  expect(back).toEqual(forth)
})

it('shows the first page for a damaged cursor, for one of another order, and behind the last token', async () => {
  const first = await listTokens(many, place())
  const byName = await listTokens(many, place({ sort: { key: 'name', descending: true } }))
  const { forth } = await walk(NEWEST_FIRST)
  const last = forth.at(-1)
  for (const after of ['nonsense', byName.next ?? '', `${first.next}x`.slice(4)]) expect(await listTokens(many, place({ after }))).toEqual(first)
  expect((await listTokens(many, place({ after: last?.previous ?? '' }))).from).toBe(77)
  expect(await listTokens(many, place({ before: byName.next ?? '' }))).toEqual(first)
})

it('shows a full first page before a token that came to stand near the start', async () => {
  const second = await listTokens(many, place({ after: (await listTokens(many, place())).next ?? '' }))
  const near = await listTokens(many, place({ size: 50 }))
  expect(near.tokens.slice(25)).toEqual(second.tokens)
  expect(await listTokens(many, place({ size: 50, before: second.previous ?? '' }))).toEqual(near)
})

const WAYS: readonly Way[] = ['near', 'along', 'either', 'all']
const filters: fc.Arbitrary<TokenFilter> = fc.record({
  search: fc.constantFrom('', '', '', 'b', '00', 'ada'),
  token: fc.constant(null),
  status: fc.constantFrom(null, 'activated', 'deactivated', 'revoked'),
  violation: fc.constantFrom(null, null, 'any', 'max', 'idle'),
  user: fc.constant(null),
  role: fc.constantFrom(null, null, 'developer', 'all'),
  expires: fc.constantFrom<TokenFilter['expires'][]>(null, null, 'never', 'expired', 'live', 7),
  unused: fc.constantFrom<TokenFilter['unused'][]>(null, null, 'ever', 90),
})

type Found = { id: string; list_key: unknown }

describe('whichever way a page is come by', () => {
  const find = (way: Way, filter: TokenFilter, sort: Sort, cursor: ListCursor | null, backwards: boolean, now: Date) =>
    prisma().$queryRaw<Found[]>(idsInOrder(many, { filter, sort, cursor, backwards, limit: ROWS }, now, way))
  const idsOf = (found: readonly Found[]) => found.map(({ id }) => id)

  it.each(SORT_KEYS)('by %s it is the same tokens in the same order, from any place and in both directions', async (key) => {
    await fc.assert(
      fc.asyncProperty(filters, fc.boolean(), fc.boolean(), fc.option(fc.nat(ROWS - 1), { nil: null }), fc.integer({ min: -2, max: 60 }), async (filter, descending, backwards, from, days) => {
        // At several times, since hardly one is unused for long today.
        const [sort, now] = [{ key, descending }, ago(-days)] as const
        const { status } = filter
        const whole = idsOf(await find('all', status === 'revoked' ? { ...WHOLE_LIST, status } : WHOLE_LIST, sort, null, backwards, now))
        expect(whole).toHaveLength(status === 'revoked' ? REVOKED : ROWS)
        const place = from === null ? null : from % whole.length
        const at = place === null ? null : (whole[place] ?? expect.fail())
        const row = at === null ? null : await prisma().apiToken.findFirstOrThrow({ where: { orgId: many.orgId, id: at }, include: { life: true } })
        const cursor: ListCursor | null = row && { key: sortKeyOf({ ...(row.life ?? expect.fail()), ...row }, key), id: row.id, ordinal: 1 }
        const matching = new Set(idsOf(await prisma().$queryRaw<Found[]>`SELECT id, NULL AS list_key FROM ${TOKENS} WHERE ${isOfOrganization(many)} AND ${matchesFilter(filter, now)}`))
        const expected = whole.slice(place === null ? 0 : place + 1).filter((id) => matching.has(id))
        for (const way of WAYS) expect(idsOf(await find(way, filter, sort, cursor, backwards, now)), way).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

it.each<[string, Partial<TokenFilter>]>([
  ['a search', { search: 'deploy' }],
  ['a role', { role: 'developer' }],
])('gathers %s for an order of the other table where both say that nothing is revoked, or the indexes of one could not be used', (_, filter) => {
  const stretch = { filter: { ...WHOLE_LIST, ...filter }, sort: { key: 'used', descending: true }, cursor: null, limit: 25 } as const
  const { text } = idsInOrder(many, stretch, START, 'all')
  for (const table of ['t', 'l']) expect(text).toContain(`${table}.revoked_at IS NULL`)
  expect(idsInOrder(many, { ...stretch, filter: WHOLE_LIST }, START, 'all').text).not.toContain('t.revoked_at')
})
