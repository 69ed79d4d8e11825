import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertTokens, setPolicy } from '@/server/testing/many-tokens'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { daysAgo, eternal, fresh, idle, makeValidations, OFF, STRICT, type Validations } from '@/server/testing/validating'
import { pool, prisma } from '../../platform/db'
import { regenerateToken } from '../../tokens/commands/regenerate-token'
import { revokeToken } from '../../tokens/commands/revoke-token'
import { findViolations, type TokenLifetime } from '../violation'
import { validateBatch } from './validate-batch'

await createTestDatabase()

let on: Validations
beforeEach(async () => {
  on = await makeValidations()
})

const DAY = 86_400_000

describe('what a validation stores', () => {
  const instant = (from: number, to: number) => fc.integer({ min: from * DAY, max: to * DAY }).map((by) => new Date(Date.now() + by))
  const lifetime: fc.Arbitrary<TokenLifetime> = fc
    .tuple(instant(-90, 1), fc.option(instant(-90, 1)), fc.option(instant(-30, 90)), fc.constantFrom(null, null, null, daysAgo(1)), fc.constantFrom(-1, 0, 1), fc.boolean())
    .map(([issuedAt, lastUsedAt, expiry, revokedAt, by, onEdge]) => ({ issuedAt, lastUsedAt, revokedAt, expiresAt: onEdge || (expiry && expiry <= issuedAt) ? new Date(issuedAt.getTime() + 30 * DAY + by) : expiry }))

  it('is what the rule finds, of 10,000 tokens under one policy after the other', async () => {
    const tokens = fc.sample(lifetime, 10_000)
    const ids = await insertTokens(on.owner, tokens)
    for (const policy of [STRICT, { max: { value: 720, unit: 'hours' }, idle: null }, OFF, { max: null, idle: { value: 45, unit: 'days' } }] as const) {
      await setPolicy(on.orgId, policy)
      expect(await on.validate()).toBe('completed')
      const run = (await on.runs()).at(-1)
      const before = tokens.map((token) => findViolations(token, policy, run?.startedAt ?? daysAgo(0)))
      const after = tokens.map((token) => findViolations(token, policy, run?.endedAt ?? daysAgo(0)))
      const stored = (await on.kinds(ids)).map(([max, isIdle]) => [max, isIdle && 'idle_ttl_exceeded'].filter(Boolean))
      const unlike = stored.flatMap((found, at) => (JSON.stringify(before[at]) === JSON.stringify(after[at]) && JSON.stringify(found) !== JSON.stringify(after[at]) ? [{ token: tokens[at], found, expected: after[at] }] : []))
      expect(unlike).toEqual([])
    }
  })

  it('says since when, and leaves that alone while the kind of violation stays', async () => {
    const ids = await insertTokens(on.owner, [eternal, idle, fresh])
    await on.validate()
    expect(await on.kinds(ids)).toEqual([['never_expires', false], [null, true], [null, false]])
    const first = await on.flags(ids)
    await setPolicy(on.orgId, { max: { value: 10, unit: 'days' }, idle: STRICT.idle })
    await on.validate()
    expect(await on.kinds(ids)).toEqual([['never_expires', false], ['max_ttl_exceeded', true], ['max_ttl_exceeded', false]])
    const second = await on.flags(ids)
    expect(second.map((row) => [row?.maxViolationSince ?? null, row?.idleViolationSince ?? null]).slice(0, 2)).toEqual([
      [first[0]?.maxViolationSince, null],
      [expect.any(Date), first[1]?.idleViolationSince],
    ])
    await setPolicy(on.orgId, OFF)
    await on.validate()
    expect((await on.flags(ids)).map((row) => [row?.maxViolation, row?.maxViolationSince, row?.idleViolationSince])).toEqual(ids.map(() => [null, null, null]))
  })

  it('counts those that violate newly and those that comply again, not those that have ended', async () => {
    const ids = await insertTokens(on.owner, [eternal, eternal, idle, fresh])
    await on.validate()
    expect((await on.runs())[0]).toMatchObject({ outcome: 'completed', scanned: 4, total: 4, newlyViolating: 3, newlyCompliant: 0, errors: 0, startedBy: on.owner.userId, trigger: 'owner' })
    await pool().query('UPDATE token_life SET revoked_at = now() WHERE id = $1', [ids[0]])
    await pool().query('UPDATE token_life SET last_used_at = now() WHERE id = $1', [ids[2]])
    await on.validate()
    expect((await on.runs())[1]).toMatchObject({ scanned: 3, total: 3, newlyViolating: 0, newlyCompliant: 1 })
    expect(await on.kinds(ids)).toEqual([[null, false], ['never_expires', false], [null, false], [null, false]])
    expect((await on.events()).map(({ actorUserId, details }) => [actorUserId, details])).toContainEqual([on.owner.userId, { trigger: 'owner', scanned: 3, newlyViolating: 0, newlyCompliant: 1, errors: 0 }])
  })

  it("is the organization's day, once a day", async () => {
    const ids = await insertTokens(on.owner, [eternal, idle, { ...idle, expiresAt: null }, { ...fresh, lastUsedAt: daysAgo(0.5) }, { ...fresh, issuedAt: daysAgo(100), expiresAt: daysAgo(1) }, { ...fresh, revokedAt: daysAgo(0.1) }])
    await pool().query(`UPDATE api_token SET deactivated_at = now(), deactivated_by = user_id, deactivation_reason = 'other' WHERE id = $1`, [ids[0]])
    await on.validate()
    await on.validate()
    expect(await prisma().governanceDay.findMany({ where: { orgId: on.orgId } })).toEqual([
      { orgId: on.orgId, day: expect.any(Date), at: expect.any(Date), tokens: 5, live: 4, violating: 3, maxViolating: 2, idleViolating: 2, deactivated: 1, expiringSoon: 2, unused: 1, neverUsed: 4, neverExpires: 2 },
    ])
  })

  it('touches no other organization', async () => {
    const other = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const [id] = await insertTokens(other, [eternal])
    await on.validate()
    expect(await prisma().tokenLife.findFirst({ where: { id: id ?? '' }, select: { maxViolation: true } })).toEqual({ maxViolation: null })
  })

  it('rewrites no token that it leaves as it is', async () => {
    await insertTokens(on.owner, [eternal, idle, fresh])
    await on.validate()
    const places = async () => (await pool().query('SELECT ctid, xmin FROM token_life WHERE org_id = $1 ORDER BY id', [on.orgId])).rows
    const before = await places()
    await on.validate()
    expect(await places()).toEqual(before)
  })
})

describe('tokens that change meanwhile', () => {
  it('are judged as they are when their turn comes', async () => {
    await setPolicy(on.orgId, OFF)
    const made = await Promise.all([1, 2, 3, 4].map(() => makeToken(on.owner, {}, { createdAt: daysAgo(20), issuedAt: daysAgo(20), expiresAt: daysAgo(-200) })))
    const ids = made.toSorted()
    await setPolicy(on.orgId, STRICT)
    const lease = await on.stopAfter(1, 1)
    const [, used = '', regenerated = '', revoked = ''] = ids
    await pool().query('UPDATE token_life SET last_used_at = now() WHERE id = $1', [used])
    await regenerateToken(on.owner, { tokenId: regenerated, generation: 1, ttl: { value: 20, unit: 'days' } })
    await revokeToken(on.owner, { tokenId: revoked })
    await validateBatch(lease, { tokens: 10, changes: 10 })
    expect(await on.kinds(ids)).toEqual([['max_ttl_exceeded', true], ['max_ttl_exceeded', false], [null, false], [null, false]])
  })

  it('are judged as they are when somebody else has let go of them', async () => {
    const [id = ''] = await insertTokens(on.owner, [eternal])
    const client = await pool().connect()
    await client.query('BEGIN')
    await client.query(`UPDATE token_life SET expires_at = issued_at + interval '20 days' WHERE id = $1`, [id])
    const validating = on.validate()
    await expect.poll(async () => (await pool().query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).rowCount).toBe(1)
    await client.query('COMMIT')
    client.release()
    expect(await validating).toBe('completed')
    expect(await on.kinds([id])).toEqual([[null, false]])
    expect((await on.runs())[0]).toMatchObject({ newlyViolating: 0 })
  })
})
