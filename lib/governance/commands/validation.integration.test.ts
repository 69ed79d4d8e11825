import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertTokens, setPolicy } from '@/server/testing/many-tokens'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { requireOwner } from '../../platform/roles'
import { regenerateToken } from '../../tokens/commands/regenerate-token'
import { revokeToken } from '../../tokens/commands/revoke-token'
import { findViolations, type TokenLifetime, type TtlPolicy } from '../violation'
import { continueValidation } from './continue-validation'
import { startValidation } from './start-validation'
import { validateBatch, type Lease } from './validate-batch'

await createTestDatabase()

const DAY = 86_400_000
const ago = (days: number, milliseconds = 0) => new Date(Date.now() - days * DAY + milliseconds)
const STRICT: TtlPolicy = { max: { value: 30, unit: 'days' }, idle: { value: 10, unit: 'days' } }
const OFF: TtlPolicy = { max: null, idle: null }
const fresh: TokenLifetime = { issuedAt: ago(1), expiresAt: ago(-20), lastUsedAt: null, revokedAt: null }
const eternal: TokenLifetime = { ...fresh, expiresAt: null }
const idle: TokenLifetime = { ...fresh, issuedAt: ago(12), expiresAt: ago(-10) }

let orgId = ''
let owner: UserContext
beforeEach(async () => {
  orgId = await makeOrganization()
  owner = await makeMember(orgId, { roles: ['org_owner', 'org_member'] })
  await setPolicy(orgId, STRICT)
})

const start = () => startValidation(requireOwner(owner))
const validate = async () => continueValidation(await start())
const runs = () => prisma().validationRun.findMany({ where: { orgId }, orderBy: { startedAt: 'asc' } })
const events = () => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__validate_api_tokens' } })
const flags = async (ids: string[]) => {
  const rows = await prisma().apiToken.findMany({ where: { orgId }, select: { id: true, maxViolation: true, maxViolationSince: true, idleViolationSince: true } })
  return ids.map((id) => rows.find((row) => row.id === id))
}
const kinds = async (ids: string[]) => (await flags(ids)).map((row) => [row?.maxViolation ?? null, row?.idleViolationSince !== null])
const cutOff = () => pool().query(`UPDATE validation_run SET seen_at = now() - interval '61 seconds' WHERE org_id = $1 AND ended_at IS NULL`, [orgId])

/** Takes the open run as continueValidation does, to be left in the middle. */
async function take(runId: string): Promise<Lease> {
  const { seenAt } = await prisma().validationRun.update({ where: { orgId_id: { orgId, id: runId } }, data: { seenAt: new Date() } })
  return { orgId, runId, seenAt: seenAt ?? new Date() }
}

async function stopAfter(batches: number, tokens: number): Promise<Lease> {
  let lease = await take((await start()).runId)
  for (let done = 0; done < batches; done += 1) {
    const batch = await validateBatch(lease, tokens)
    if (!('lease' in batch)) throw new Error('The run ended too soon')
    lease = batch.lease
  }
  return lease
}

describe('what a validation stores', () => {
  const instant = (from: number, to: number) => fc.integer({ min: from * DAY, max: to * DAY }).map((by) => new Date(Date.now() + by))
  const lifetime: fc.Arbitrary<TokenLifetime> = fc
    .tuple(instant(-90, 1), fc.option(instant(-90, 1)), fc.option(instant(-30, 90)), fc.constantFrom(null, null, null, ago(1)), fc.constantFrom(-1, 0, 1), fc.boolean())
    .map(([issuedAt, lastUsedAt, expiry, revokedAt, by, onEdge]) => ({ issuedAt, lastUsedAt, revokedAt, expiresAt: onEdge || (expiry && expiry <= issuedAt) ? new Date(issuedAt.getTime() + 30 * DAY + by) : expiry }))

  it('is what the rule finds, of 10,000 tokens under one policy after the other', async () => {
    const tokens = fc.sample(lifetime, 10_000)
    const ids = await insertTokens(owner, tokens)
    for (const policy of [STRICT, { max: { value: 720, unit: 'hours' }, idle: null }, OFF, { max: null, idle: { value: 45, unit: 'days' } }] as const) {
      await setPolicy(orgId, policy)
      expect(await validate()).toBe('completed')
      const run = (await runs()).at(-1)
      const before = tokens.map((token) => findViolations(token, policy, run?.startedAt ?? ago(0)))
      const after = tokens.map((token) => findViolations(token, policy, run?.endedAt ?? ago(0)))
      const stored = (await kinds(ids)).map(([max, isIdle]) => [max, isIdle && 'idle_ttl_exceeded'].filter(Boolean))
      const unlike = stored.flatMap((found, at) => (JSON.stringify(before[at]) === JSON.stringify(after[at]) && JSON.stringify(found) !== JSON.stringify(after[at]) ? [{ token: tokens[at], found, expected: after[at] }] : []))
      expect(unlike).toEqual([])
    }
  })

  it('says since when, and leaves that alone while the kind of violation stays', async () => {
    const ids = await insertTokens(owner, [eternal, idle, fresh])
    await validate()
    expect(await kinds(ids)).toEqual([['never_expires', false], [null, true], [null, false]])
    const first = await flags(ids)
    await setPolicy(orgId, { max: { value: 10, unit: 'days' }, idle: STRICT.idle })
    await validate()
    expect(await kinds(ids)).toEqual([['never_expires', false], ['max_ttl_exceeded', true], ['max_ttl_exceeded', false]])
    const second = await flags(ids)
    expect(second.map((row) => [row?.maxViolationSince ?? null, row?.idleViolationSince ?? null]).slice(0, 2)).toEqual([
      [first[0]?.maxViolationSince, null],
      [expect.any(Date), first[1]?.idleViolationSince],
    ])
    await setPolicy(orgId, OFF)
    await validate()
    expect((await flags(ids)).map((row) => [row?.maxViolation, row?.maxViolationSince, row?.idleViolationSince])).toEqual(ids.map(() => [null, null, null]))
  })

  it('counts those that violate newly and those that comply again, not those that have ended', async () => {
    const ids = await insertTokens(owner, [eternal, eternal, idle, fresh])
    await validate()
    expect((await runs())[0]).toMatchObject({ outcome: 'completed', scanned: 4, total: 4, newlyViolating: 3, newlyCompliant: 0, errors: 0, startedBy: owner.userId, trigger: 'owner' })
    await pool().query('UPDATE api_token SET revoked_at = now() WHERE id = $1', [ids[0]])
    await pool().query('UPDATE api_token SET last_used_at = now() WHERE id = $1', [ids[2]])
    await validate()
    expect((await runs())[1]).toMatchObject({ scanned: 3, total: 3, newlyViolating: 0, newlyCompliant: 1 })
    expect(await kinds(ids)).toEqual([[null, false], ['never_expires', false], [null, false], [null, false]])
    expect((await events()).map(({ actorUserId, details }) => [actorUserId, details])).toContainEqual([owner.userId, { trigger: 'owner', scanned: 3, newlyViolating: 0, newlyCompliant: 1, errors: 0 }])
  })

  it("is the organization's day, once a day", async () => {
    const ids = await insertTokens(owner, [eternal, idle, { ...idle, expiresAt: null }, { ...fresh, lastUsedAt: ago(0.5) }, { ...fresh, issuedAt: ago(100), expiresAt: ago(1) }, { ...fresh, revokedAt: ago(0.1) }])
    await pool().query(`UPDATE api_token SET deactivated_at = now(), deactivated_by = user_id, deactivation_reason = 'other' WHERE id = $1`, [ids[0]])
    await validate()
    await validate()
    expect(await prisma().governanceDay.findMany({ where: { orgId } })).toEqual([
      { orgId, day: expect.any(Date), at: expect.any(Date), tokens: 5, live: 4, violating: 3, maxViolating: 2, idleViolating: 2, deactivated: 1, expiringSoon: 2, unused: 1, neverUsed: 4, neverExpires: 2 },
    ])
  })

  it('touches no other organization', async () => {
    const other = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const [id] = await insertTokens(other, [eternal])
    await validate()
    expect(await prisma().apiToken.findFirst({ where: { id: id ?? '' }, select: { maxViolation: true } })).toEqual({ maxViolation: null })
  })

  it('rewrites no token that it leaves as it is', async () => {
    await insertTokens(owner, [eternal, idle, fresh])
    await validate()
    const places = async () => (await pool().query('SELECT ctid, xmin FROM api_token WHERE org_id = $1 ORDER BY id', [orgId])).rows
    const before = await places()
    await validate()
    expect(await places()).toEqual(before)
  })
})

describe('one at a time', () => {
  it('makes one run of sixteen starts at once, and does it once', async () => {
    await insertTokens(owner, Array.from({ length: 50 }, () => eternal))
    const started = await Promise.all(Array.from({ length: 16 }, start))
    const ends = await Promise.all(started.map(continueValidation))
    expect(ends.filter((end) => end === 'completed')).toHaveLength(1)
    expect(await runs()).toHaveLength(1)
    expect((await runs())[0]).toMatchObject({ outcome: 'completed', scanned: 50, newlyViolating: 50 })
    expect(await events()).toHaveLength(1)
  })

  it('goes on where a run was cut off, once that is certain', async () => {
    const ids = await insertTokens(owner, [eternal, fresh, idle, eternal, fresh, idle])
    const { runId } = await stopAfter(1, 2)
    expect(await kinds(ids)).toEqual([['never_expires', false], ...ids.slice(1).map(() => [null, false])])
    expect((await start()).runId).toBe(runId)
    expect(await validate()).toBe('elsewhere')
    await cutOff()
    expect(await validate()).toBe('completed')
    expect(await runs()).toMatchObject([{ id: runId, outcome: 'completed', scanned: 6, newlyViolating: 4 }])
    expect(await kinds(ids)).toEqual([['never_expires', false], [null, false], [null, true], ['never_expires', false], [null, false], [null, true]])
    expect(await prisma().governanceDay.findMany({ where: { orgId }, select: { tokens: true, violating: true } })).toEqual([{ tokens: 6, violating: 4 }])
  })

  it('is stood back from by one that was only slow', async () => {
    await insertTokens(owner, [eternal, fresh, idle])
    const slow = await stopAfter(1, 1)
    await cutOff()
    const quick = await take(slow.runId)
    expect(await validateBatch(slow, 1)).toEqual({ end: 'elsewhere' })
    expect(await validateBatch(quick, 1)).toMatchObject({ lease: { runId: slow.runId } })
    expect((await runs())[0]).toMatchObject({ scanned: 2 })
  })

  it('starts anew where a policy was saved meanwhile', async () => {
    const ids = await insertTokens(owner, [eternal, idle])
    const lease = await stopAfter(1, 1)
    await setPolicy(orgId, { max: null, idle: STRICT.idle })
    expect(await validateBatch(lease, 1)).toEqual({ end: 'superseded' })
    expect(await validate()).toBe('completed')
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['superseded', 'completed'])
    expect(await kinds(ids)).toEqual([[null, false], [null, true]])
  })

  it('follows a policy that was saved by somebody who started no run', async () => {
    const [id] = await insertTokens(owner, [eternal])
    const { runId } = await start()
    await setPolicy(orgId, OFF)
    await setPolicy(orgId, { max: STRICT.max, idle: null })
    expect(await continueValidation({ orgId, runId })).toBe('superseded')
    expect((await runs()).map(({ outcome, policyVersion }) => [outcome, policyVersion])).toEqual([['superseded', 2], ['completed', 4]])
    expect(await kinds([id ?? ''])).toEqual([['never_expires', false]])
  })
})

describe('tokens that change meanwhile', () => {
  it('are judged as they are when their turn comes', async () => {
    await setPolicy(orgId, OFF)
    const made = await Promise.all([1, 2, 3, 4].map(() => makeToken(owner, {}, { createdAt: ago(20), issuedAt: ago(20), expiresAt: ago(-200) })))
    const ids = made.toSorted()
    await setPolicy(orgId, STRICT)
    const lease = await stopAfter(1, 1)
    const [, used = '', regenerated = '', revoked = ''] = ids
    await pool().query('UPDATE api_token SET last_used_at = now() WHERE id = $1', [used])
    await regenerateToken(owner, { tokenId: regenerated, generation: 1, ttl: { value: 20, unit: 'days' } })
    await revokeToken(owner, { tokenId: revoked })
    await validateBatch(lease, 10)
    expect(await kinds(ids)).toEqual([['max_ttl_exceeded', true], ['max_ttl_exceeded', false], [null, false], [null, false]])
  })

  it('are judged as they are when somebody else has let go of them', async () => {
    const [id = ''] = await insertTokens(owner, [eternal])
    const client = await pool().connect()
    await client.query('BEGIN')
    await client.query(`UPDATE api_token SET expires_at = issued_at + interval '20 days', ttl_value = 20, ttl_unit = 'days' WHERE id = $1`, [id])
    const validating = validate()
    await expect.poll(async () => (await pool().query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).rowCount).toBe(1)
    await client.query('COMMIT')
    client.release()
    expect(await validating).toBe('completed')
    expect(await kinds([id])).toEqual([[null, false]])
    expect((await runs())[0]).toMatchObject({ newlyViolating: 0 })
  })
})
