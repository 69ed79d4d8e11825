import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/identity/commands/sign-in'
import { prisma } from '@/lib/platform/db'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { isLive } from '@/lib/tokens/token-state'
import { exchange } from '@/server/testing/exchange'
import { makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { countUsers, seedDemo, type DemoAccounts } from './seed'

await createTestDatabase()

const now = new Date()
let demo: DemoAccounts

beforeAll(async () => {
  expect(await countUsers()).toBe(0)
  demo = await seedDemo({ now })
  await ensureSigningKey()
})

describe('the demo', () => {
  it('has one organization with IGA and one without, and no organization without an active owner', async () => {
    const organizations = await prisma().organization.findMany({ include: { memberships: true } })
    expect(organizations.map(({ igaActivatedAt }) => igaActivatedAt !== null).toSorted()).toEqual([false, true])
    for (const { memberships } of organizations) expect(memberships.some(({ roles }) => roles.includes('org_owner'))).toBe(true)
  })

  it('has four people with passwords of their own, one of them in both organizations', async () => {
    expect(await countUsers()).toBe(4)
    expect(new Set(demo.users.map(({ password }) => password)).size).toBe(4)
    expect(demo.users).toHaveLength(5)
  })

  it('has some forty tokens of every kind', async () => {
    const [tokens, lives] = await Promise.all([prisma().apiToken.findMany(), prisma().tokenLife.findMany()])
    const soon = new Date(now.getTime() + 7 * 86_400_000)
    const kinds = {
      live: tokens.filter((token) => isLive(token, now)),
      'never used': lives.filter(({ lastUsedAt }) => lastUsedAt === null),
      expiring: tokens.filter((token) => isLive(token, now) && token.expiresAt && token.expiresAt < soon),
      expired: tokens.filter(({ expiresAt }) => expiresAt && expiresAt <= now),
      'never expiring': tokens.filter(({ expiresAt }) => expiresAt === null),
      deactivated: tokens.filter(({ deactivatedAt }) => deactivatedAt),
      revoked: tokens.filter(({ revokedAt }) => revokedAt),
      idle: lives.filter(({ idleViolationSince }) => idleViolationSince),
      violating: lives.filter(({ maxViolation }) => maxViolation),
    }
    for (const [kind, found] of Object.entries(kinds)) expect(found, kind).not.toEqual([])
    expect(tokens.length).toBeGreaterThanOrEqual(40)
  })

  it('has no token that was used while it could not be', async () => {
    const tokens = await prisma().apiToken.findMany({ where: { life: { lastUsedAt: { not: null } } }, include: { life: true } })
    for (const { name, life, issuedAt, expiresAt, deactivatedAt, revokedAt } of tokens) {
      const ends = [expiresAt, deactivatedAt, revokedAt].filter((end) => end !== null)
      expect(life?.lastUsedAt?.getTime(), name).toBeGreaterThan(issuedAt.getTime())
      for (const end of ends) expect(life?.lastUsedAt?.getTime(), name).toBeLessThan(end.getTime())
    }
  })

  it('has tokens whose roles their users have lost, some of them and all of them', async () => {
    const [tokens, memberships] = await Promise.all([prisma().apiToken.findMany({ where: { revokedAt: null, allRoles: false } }), prisma().membership.findMany()])
    const left = tokens.map(({ orgId, userId, orgRoles, serviceRoles }) => {
      const held = memberships.find((one) => one.orgId === orgId && one.userId === userId)
      const kept = orgRoles.filter((role) => held?.roles.includes(role)).length + serviceRoles.filter((role) => held?.serviceRoles.includes(role)).length
      return kept === 0 ? 'none' : kept < orgRoles.length + serviceRoles.length ? 'some' : 'all'
    })
    expect(new Set(left)).toEqual(new Set(['none', 'some', 'all']))
  })

  it('has violated no limit before the token was issued', async () => {
    const lives = await prisma().tokenLife.findMany({ where: { OR: [{ maxViolation: { not: null } }, { idleViolationSince: { not: null } }] } })
    for (const { id, issuedAt, maxViolationSince, idleViolationSince } of lives) {
      for (const since of [maxViolationSince, idleViolationSince].filter((each) => each !== null)) {
        expect(since.getTime(), id).toBeGreaterThanOrEqual(issuedAt.getTime())
        expect(since.getTime(), id).toBeLessThanOrEqual(now.getTime())
      }
    }
  })

  it('has one API token for the owner and one for a member that can be exchanged at once', async () => {
    expect(demo.apiTokens).toHaveLength(2)
    for (const { apiToken } of demo.apiTokens) expect((await exchange(apiToken)).status).toBe(200)
  })

  it('lets everybody sign in', async () => {
    for (const { email, password } of demo.users) await signIn(makePeer(), { email, password })
    expect(await prisma().session.count()).toBe(demo.users.length)
  })

  it('was validated every day, lately with what is stored of each token', async () => {
    const days = await prisma().governanceDay.findMany({ orderBy: { day: 'desc' } })
    const violating = await prisma().tokenLife.count({ where: { OR: [{ maxViolation: { not: null } }, { idleViolationSince: { not: null } }] } })
    expect(days).toHaveLength(90)
    expect(days[0]?.violating).toBe(violating)
    expect(await prisma().validationRun.count({ where: { outcome: 'completed' } })).toBe(90)
  })

  it('tells the story of each token in the audit log', async () => {
    const [tokens, events] = await Promise.all([prisma().apiToken.count(), prisma().auditEvent.count({ where: { type: 'csp__generate_api_token' } })])
    expect(events).toBe(tokens)
  })
})
