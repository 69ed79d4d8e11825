import { describe, expect, it } from 'vitest'
import { makeMember } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { deactivate, makeTeam, switchEventsIn, switchMailsIn } from '@/server/testing/switching'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { requireGoverningOwner } from '../../platform/roles'
import { countChangeable } from '../queries/changeable-tokens'
import { findBulkChange } from '../queries/find-bulk-change'
import { changeNextUsers } from './change-next-users'
import { continueBulkChange, rescueBulkChange, resumeBulkChanges } from './continue-bulk-change'
import { startBulkChange } from './start-bulk-change'

await createTestDatabase()

const start = async (ctx: UserContext, count: number, filter: Record<string, string> = {}) =>
  startBulkChange(requireGoverningOwner(ctx), { orgId: ctx.orgId, kind: 'deactivate', filter, count, reason: 'policy_violation', note: 'Too long.' })
const startActivating = async (ctx: UserContext, count: number) => startBulkChange(requireGoverningOwner(ctx), { orgId: ctx.orgId, kind: 'activate', filter: {}, count })
const latest = async (ctx: UserContext) => findBulkChange(requireGoverningOwner(ctx))
const offIn = (orgId: string) => prisma().apiToken.count({ where: { orgId, deactivatedAt: { not: null } } })
/** As though whoever was at it had been killed a while ago. */
const abandon = (changeId: string) => pool().query(`UPDATE bulk_change SET seen_at = now() - interval '2 minutes' WHERE id = $1`, [changeId])

/** `count` tokens of one person, without a form each. */
async function insertTokens({ orgId, userId }: UserContext, count: number, name = 'many'): Promise<void> {
  await pool().query(
    `INSERT INTO api_token (org_id, id, user_id, user_name, user_email, name, digest, digest_key_version, last_four, created_at, issued_at, org_roles, service_roles, idempotency_key)
     SELECT $1, gen_random_uuid(), $2, 'Test Person', 'test@example.test', $3 || n, sha256((random()::text || n)::bytea), 1, 'abcd', now() - interval '1 day', now() - interval '1 day',
            '{org_member}', '{}', gen_random_uuid() FROM generate_series(1, $4::int) n`,
    [orgId, userId, name, count],
  )
}

describe('a change of all that match', () => {
  it('changes them and no others, with an event for each and one mail for each user', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    const [one, other, off] = [await makeToken(tom, { name: 'build-1' }), await makeToken(lia, { name: 'build-2' }), await makeToken(lia, { name: 'build-3' })]
    await makeToken(tom, { name: 'build-4' })
    const kept = await makeToken(tom, { name: 'else' })
    await makeToken(lia, { name: 'build-5' }, { revokedAt: new Date() })
    await deactivate(owner, [off])
    expect(await countChangeable(requireGoverningOwner(owner), { orgId, kind: 'deactivate', filter: { q: 'build' } })).toBe(3)
    const key = await start(owner, 3, { q: 'build' })
    expect(await latest(owner)).toMatchObject({ total: 3, changed: 0, endedAt: null, cutOff: false })
    expect(await continueBulkChange(key)).toBe('ended')
    expect(await latest(owner)).toMatchObject({ kind: 'deactivate', total: 3, changed: 3, unchanged: 0, failed: 0, endedAt: expect.any(Date) })
    const read = (id: string) => prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } })
    expect(await read(one)).toMatchObject({ deactivatedBy: owner.userId, deactivationReason: 'policy_violation', deactivationNote: 'Too long.', generation: 2 })
    expect([(await read(other)).generation, (await read(off)).deactivationReason, (await read(kept)).deactivatedAt]).toEqual([2, 'key_compromise', null])
    const events = (await switchEventsIn(orgId)).slice(1)
    expect(events).toHaveLength(3)
    expect(events[0]).toMatchObject({ actorUserId: owner.userId, ip: '192.0.2.1', requestId: owner.request.requestId, details: { bulkId: key.changeId, reason: 'policy_violation' } })
    const mails = (await switchMailsIn(orgId)).slice(1)
    expect(mails.map(({ template, recipientId }) => `${template} ${recipientId}`).toSorted()).toEqual(
      [`token_deactivated ${lia.userId}`, `tokens_deactivated ${tom.userId}`].toSorted(),
    )
  })

  it('activates them again, and counts the ones that have expired', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const past = new Date('2026-01-02T03:04:05Z')
    const ids = [await makeToken(tom), await makeToken(tom, {}, { createdAt: past, issuedAt: past, expiresAt: new Date(past.getTime() + 60_000) })]
    await deactivate(owner, ids)
    await continueBulkChange(await startActivating(owner, 2))
    expect(await offIn(orgId)).toBe(0)
    expect(await latest(owner)).toMatchObject({ kind: 'activate', changed: 2, expired: 1 })
    expect((await switchMailsIn(orgId)).at(-1)).toMatchObject({ template: 'tokens_activated', data: { count: 2, expired: 1 } })
  })

  it('is refused to all but owners, and without governance', async () => {
    const { orgId, owner, tom } = await makeTeam()
    await makeToken(tom)
    const admin = await makeMember(orgId, { roles: ['org_admin'] })
    expect(await refusal(start(tom, 1))).toBe('not_found')
    expect(await refusal(start(admin, 1))).toBe('owner_only')
    expect(await refusal(start({ ...owner, igaActivated: false }, 1))).toBe('governance_not_activated')
    expect(await latest(owner)).toBeNull()
  })

  it('is neither counted nor begun where another window has switched to another organization', async () => {
    const [shown, now] = [await makeTeam(), await makeTeam()]
    await makeToken(now.tom)
    const asked = { orgId: shown.orgId, kind: 'activate' as const, filter: {} }
    expect(await refusal(countChangeable(requireGoverningOwner(now.owner), asked))).toBe('organization_changed')
    expect(await refusal(startBulkChange(requireGoverningOwner(now.owner), { ...asked, kind: 'deactivate', count: 1, reason: 'other', note: '' }))).toBe('organization_changed')
    expect(await latest(now.owner)).toBeNull()
  })

  it('is refused where the number is not the one that was confirmed, and leaves nothing', async () => {
    const { owner, tom } = await makeTeam()
    await makeToken(tom)
    expect(await refusal(start(owner, 2))).toBe('tokens_changed')
    expect(await latest(owner)).toBeNull()
    const jobs = await pool().query(`SELECT 1 FROM pgboss.job WHERE name = 'change-tokens' AND data->>'orgId' = $1`, [owner.orgId])
    expect(jobs.rowCount).toBe(0)
  })

  it('is refused while another is open, of sixteen at once all but one', async () => {
    const { owner, tom } = await makeTeam()
    await makeToken(tom)
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => refusal(start(owner, 1))))
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 15 }, () => 'change_running'), 'done'])
    const elsewhere = await makeTeam()
    await makeToken(elsewhere.tom)
    expect(await refusal(start(elsewhere.owner, 1))).toBe('done')
  })

  it('leaves alone what was generated or activated after it was confirmed, and says how many it left', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    const [a, b] = [await makeToken(tom), await makeToken(lia)]
    const key = await start(owner, 2)
    const late = await makeToken(lia)
    await deactivate(owner, [b])
    await continueBulkChange(key)
    expect(await latest(owner)).toMatchObject({ total: 2, changed: 1, unchanged: 1 })
    const off = await prisma().apiToken.findMany({ where: { orgId, deactivatedAt: { not: null } }, select: { id: true } })
    expect(off.map(({ id }) => id).toSorted()).toEqual([a, b].toSorted())
    expect(off.map(({ id }) => id)).not.toContain(late)
  })
})

describe('a change that was cut off', () => {
  it('goes on where it stopped: no second event, no second mail, nobody left out', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    for (const person of [tom, lia, await makeMember(orgId), await makeMember(orgId)]) await insertTokens(person, 150)
    const key = await start(owner, 600)
    await changeNextUsers(key)
    expect(await offIn(orgId)).toBe(150)
    await abandon(key.changeId)
    await resumeBulkChanges()
    expect(await latest(owner)).toMatchObject({ changed: 600, unchanged: 0, endedAt: expect.any(Date) })
    expect([await offIn(orgId), (await switchEventsIn(orgId)).length, (await switchMailsIn(orgId)).length]).toEqual([600, 600, 4])
  })

  it('is left where the time is over, and gone on with by the next who has some', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    for (const person of [tom, lia]) await insertTokens(person, 150)
    const { changeId } = await start(owner, 300)
    await abandon(changeId)
    let looks = 0
    expect(await resumeBulkChanges(() => (looks += 1) === 1)).toEqual({ ended: 0, failed: 0 })
    expect(await offIn(orgId)).toBe(150)
    await abandon(changeId)
    expect(await resumeBulkChanges()).toEqual({ ended: 1, failed: 0 })
    expect(await offIn(orgId)).toBe(300)
  })

  it('is left to whoever is at it, until they have been silent for a minute', async () => {
    const { owner, tom } = await makeTeam()
    await makeToken(tom)
    const key = await start(owner, 1)
    await pool().query('UPDATE bulk_change SET seen_at = now() WHERE id = $1', [key.changeId])
    expect(await continueBulkChange(key)).toBe('busy')
    await expect(rescueBulkChange(key)).rejects.toThrow('somebody else')
    await abandon(key.changeId)
    expect(await latest(owner)).toMatchObject({ cutOff: true })
    await rescueBulkChange(key)
    expect(await latest(owner)).toMatchObject({ changed: 1 })
    await expect(rescueBulkChange(key)).resolves.toBeUndefined()
  })

  it('is done once where several are at it all the same', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    for (const person of [tom, lia]) await insertTokens(person, 120)
    const key = await start(owner, 240)
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while (await changeNextUsers(key));
      }),
    )
    expect(await latest(owner)).toMatchObject({ changed: 240 })
    expect([(await switchEventsIn(orgId)).length, (await switchMailsIn(orgId)).length]).toEqual([240, 2])
  })
})

it('takes in parts a person who has more tokens than a batch', async () => {
  const { orgId, owner, tom } = await makeTeam()
  await insertTokens(tom, 2_300)
  await continueBulkChange(await start(owner, 2_300))
  expect(await offIn(orgId)).toBe(2_300)
  expect((await switchMailsIn(orgId)).map(({ data }) => (data as { count: number }).count).toSorted()).toEqual([1_000, 1_000, 300].toSorted())
})

it('names the tokens that can not be changed, and changes those of everybody else', async () => {
  const { orgId, owner, tom, lia } = await makeTeam()
  await insertTokens(lia, 3)
  await insertTokens(tom, 2, 'stuck')
  // No generation is left for one of them.
  await pool().query(`UPDATE api_token SET generation = 2147483647 WHERE org_id = $1 AND name = 'stuck2'`, [orgId])
  await continueBulkChange(await start(owner, 5))
  const change = await latest(owner)
  expect(change).toMatchObject({ changed: 3, failed: 2, unchanged: 0, endedAt: expect.any(Date) })
  expect(change?.failures.map(({ name, code }) => `${name} ${code}`).toSorted()).toEqual(['stuck1 unexpected', 'stuck2 unexpected'])
  expect([await offIn(orgId), (await switchEventsIn(orgId)).length, (await switchMailsIn(orgId)).length]).toEqual([3, 3, 1])
})
