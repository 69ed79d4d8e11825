import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { requireGovernor } from '@/lib/platform/roles'
import { mendLives } from '@/lib/tokens/commands/mend-lives'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { revalidate } from './revalidate'
import { savePolicy } from './save-policy'
import { POLICY_UNITS } from '../ttl-policy'
import { toTtlPolicy, type PolicySettings } from '../policy-settings'
import { findPolicySettings } from '../queries/find-policy-settings'
import { listNewlyViolating } from '../queries/list-newly-violating'
import { previewPolicy } from '../queries/preview-policy'

await createTestDatabase()

const DAY = 86_400_000
const OFF = { enabled: false, value: null, unit: 'days' } as const
const days = (value: number) => ({ enabled: true, value, unit: 'days' }) as const

let orgId: string
let owner: UserContext
let members: UserContext[]
beforeEach(async () => {
  orgId = await makeOrganization()
  owner = await makeMember(orgId, { roles: ['org_owner'] })
  members = await Promise.all([makeMember(orgId), makeMember(orgId), makeMember(orgId)])
})

type Sample = { user?: number; name?: string; issued: number; used?: number | null; lives?: number | null; revoked?: boolean; flags?: 'max' | 'idle' | null }

/** Tokens as they lie in the database; days are counted backwards from now, `lives` from issue. */
async function store(samples: Sample[]): Promise<string[]> {
  const now = Date.now()
  const rows = samples.map(({ user = 0, name = 'token', issued, used = null, lives = null, revoked = false, flags = null }) => {
    const issuedAt = new Date(now - issued * DAY)
    const past = new Date(now - DAY / 2)
    const token = {
      ...{ orgId, id: newId(), userId: members[user]?.userId ?? owner.userId, userName: 'Test Person', userEmail: 'test@example.test', name },
      ...{ digest: crypto.getRandomValues(new Uint8Array(32)), digestKeyVersion: 1, lastFour: 'abcd', orgRoles: ['org_member'], serviceRoles: [], idempotencyKey: newId() },
      ...{ createdAt: issuedAt, issuedAt, ttlValue: lives, ttlUnit: lives === null ? null : 'days', expiresAt: lives === null ? null : new Date(issuedAt.getTime() + lives * DAY) },
      revokedAt: revoked ? past : null,
    }
    const life = {
      lastUsedAt: used === null ? null : new Date(now - used * DAY),
      ...(flags === 'max' && { maxViolation: 'never_expires', maxViolationSince: past }),
      ...(flags === 'idle' && { idleViolationSince: past }),
    }
    return { token, life }
  })
  await prisma().apiToken.createMany({ data: rows.map(({ token }) => token) })
  await mendLives(orgId)
  for (const { token, life } of rows) await prisma().tokenLife.update({ where: { orgId_id: { orgId, id: token.id } }, data: life })
  return rows.map(({ token }) => token.id)
}

const preview = (wanted: Partial<PolicySettings>, options = {}) => previewPolicy(requireGovernor(owner), toTtlPolicy({ idle: OFF, max: OFF, ...wanted }), options)
const flagged = async () => (await prisma().tokenLife.findMany({ where: { orgId, OR: [{ maxViolation: { not: null } }, { idleViolationSince: { not: null } }] }, select: { id: true } })).map(({ id }) => id).sort()
const save = async (wanted: PolicySettings) => {
  const { version } = await findPolicySettings(requireGovernor(owner))
  const run = await savePolicy(requireGovernor(owner), { orgId, version, ...wanted })
  const waits: unknown[] = []
  if (run) await revalidate(run, (work) => waits.push(work))
  expect(waits).toEqual([])
  return run && prisma().validationRun.findUniqueOrThrow({ where: { orgId_id: { orgId, id: run.runId } } })
}

describe('previewPolicy', () => {
  it('counts tokens and users that would newly violate, newly comply and stay, and names the first', async () => {
    const [, long] = await store([
      { name: 'b never used', user: 0, issued: 100, lives: 200 },
      { name: 'a too long', user: 1, issued: 20, lives: 90, used: 1 },
      { name: 'c fine', user: 2, issued: 1, lives: 30 },
      { name: 'd complies again', user: 2, issued: 1, lives: 30, flags: 'idle' },
      { name: 'e violates already', user: 2, issued: 1, lives: null, flags: 'max' },
      { name: 'f revoked', issued: 100, lives: 200, revoked: true },
      { name: 'g expired', issued: 100, lives: 50 },
    ])
    const found = await preview({ idle: days(50), max: days(60) })
    expect(found).toMatchObject({ total: 5, newlyViolating: 2, usersViolating: 2, newlyCompliant: 1, usersCompliant: 1, unchanged: 2, recentlyUsed: 1, violatingNow: 2, violatingAfter: 3 })
    expect(found.first.map(({ name, violations }) => [name, violations])).toEqual([
      ['a too long', ['max_ttl_exceeded']],
      ['b never used', ['max_ttl_exceeded', 'idle_ttl_exceeded']],
    ])
    expect(found.first[0]).toMatchObject({ id: long, ttl: { value: 90, unit: 'days' }, user: { email: 'test@example.test' } })
    expect((await preview({ idle: days(50), max: days(60) }, { named: 1 })).first).toHaveLength(1)
  })

  it('finds nobody where there are no tokens', async () => {
    expect(await preview({ max: days(1) })).toMatchObject({ total: 0, newlyViolating: 0, usersViolating: 0, first: [] })
  })

  it('looks at no other organization', async () => {
    await store([{ issued: 1 }])
    orgId = await makeOrganization()
    owner = await makeMember(orgId, { roles: ['org_owner'] })
    expect(await preview({ max: days(1) })).toMatchObject({ total: 0 })
  })

  it('equals what the validation that follows finds', { timeout: 120_000 }, async () => {
    const setting = fc.oneof(fc.constant(OFF), fc.record({ enabled: fc.constant(true), value: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom(...POLICY_UNITS) }))
    const sample = fc.record({
      user: fc.nat(2),
      issued: fc.double({ min: 0.01, max: 120, noNaN: true }),
      used: fc.option(fc.double({ min: 0, max: 120, noNaN: true })),
      lives: fc.option(fc.integer({ min: 1, max: 90 })),
      revoked: fc.boolean(),
      flags: fc.constantFrom('max' as const, 'idle' as const, null),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 12 }), setting, setting, async (samples, idle, max) => {
        await prisma().apiToken.deleteMany({ where: { orgId } })
        // A use before the issue is one of an earlier secret.
        await store(samples)
        const before = await flagged()
        const { newlyViolating, newlyCompliant, violatingAfter, first } = await preview({ idle, max }, { named: 100 })
        const run = await save({ idle, max })
        if (!run) return
        const after = await flagged()
        expect(run).toMatchObject({ outcome: 'completed', newlyViolating, newlyCompliant, errors: 0 })
        expect(after).toHaveLength(violatingAfter)
        expect(first.map(({ id }) => id).sort()).toEqual(after.filter((id) => !before.includes(id)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('listNewlyViolating', () => {
  beforeEach(async () => {
    await store([...Array.from({ length: 60 }, (_, at) => ({ name: at % 2 ? 'same name' : `t${String(at).padStart(2, '0')}`, issued: 100, lives: 200 })), { name: 'fine', issued: 1, lives: 2 }])
  })

  it('pages through all of them, each once, by name', async () => {
    const policy = toTtlPolicy({ idle: OFF, max: days(30) })
    const first = await listNewlyViolating(requireGovernor(owner), policy)
    expect(first.tokens).toHaveLength(50)
    const second = await listNewlyViolating(requireGovernor(owner), policy, first.next ?? '')
    expect(second).toMatchObject({ next: null })
    const all = [...first.tokens, ...second.tokens]
    expect(new Set(all.map(({ id }) => id)).size).toBe(60)
    expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted())
    expect(all.slice(0, 5)).toEqual((await preview({ max: days(30) })).first)
  })

  it.each(['nonsense', newId()])('starts from the top behind %s', async (after) => {
    expect((await listNewlyViolating(requireGovernor(owner), toTtlPolicy({ idle: OFF, max: days(30) }), after)).tokens[0]).toMatchObject({ name: 'same name' })
  })
})

