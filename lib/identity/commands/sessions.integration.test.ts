import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { newId } from '../../platform/ids'
import { listOwnSessions } from '../queries/own-account'
import { endOtherSessions } from './end-other-sessions'
import { endSession } from './end-session'
import { signOut } from './sign-out'

await createTestDatabase()

const HOUR = 3_600_000

type Times = { lastSeenAgo?: number; expiresIn?: number }

/** One more session of a person. */
async function openSession(userId: string, { lastSeenAgo = 0, expiresIn = HOUR }: Times = {}): Promise<string> {
  const id = newId()
  const now = Date.now()
  await prisma().session.create({
    data: {
      id,
      userId,
      createdAt: new Date(now - 12 * HOUR),
      authenticatedAt: new Date(now - 12 * HOUR),
      lastSeenAt: new Date(now - lastSeenAgo),
      expiresAt: new Date(now + expiresIn),
      ip: '192.0.2.7',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    },
  })
  return id
}

const reasonOf = (id: string) => prisma().session.findUniqueOrThrow({ where: { id } }).then((row) => row.endedReason)
const events = (orgId: string) => prisma().auditEvent.findMany({ where: { orgId }, orderBy: { at: 'asc' } })

async function makePerson() {
  const [labs, works] = [await makeOrganization('Labs'), await makeOrganization('Works')]
  const ctx = await makeMember(labs)
  await makeMember(works, { userId: ctx.userId })
  // The second membership came with a session of its own.
  await prisma().session.deleteMany({ where: { userId: ctx.userId, id: { not: ctx.sessionId } } })
  return { ctx: { ...ctx, organizations: [{ id: labs, name: 'Labs' }, { id: works, name: 'Works' }] }, labs, works }
}

describe('endSession', () => {
  it('ends it, audited once in each organization, however often it is asked', async () => {
    const { ctx, labs, works } = await makePerson()
    const other = await openSession(ctx.userId)
    await Promise.all([endSession(ctx, { sessionId: other }), endSession(ctx, { sessionId: other })])
    expect(await reasonOf(other)).toBe('ended_by_user')
    expect(await reasonOf(ctx.sessionId)).toBeNull()
    for (const orgId of [labs, works]) {
      expect(await events(orgId)).toMatchObject([{ type: 'csp__end_session', actorUserId: ctx.userId, result: 'success', details: { sessions: 1, sessionId: other } }])
    }
  })

  it("does not find somebody else's, nor one that never was", async () => {
    const { ctx, labs } = await makePerson()
    const stranger = await makeMember(labs)
    expect(await refusal(endSession(ctx, { sessionId: stranger.sessionId }))).toBe('not_found')
    expect(await refusal(endSession(ctx, { sessionId: newId() }))).toBe('not_found')
    expect(await reasonOf(stranger.sessionId)).toBeNull()
    expect(await events(labs)).toEqual([])
  })

  it('leaves one that has ended already as it ended', async () => {
    const { ctx, labs } = await makePerson()
    const other = await openSession(ctx.userId)
    await signOut({ ...ctx, sessionId: other })
    await endSession(ctx, { sessionId: other })
    expect(await reasonOf(other)).toBe('sign_out')
    expect((await events(labs)).map(({ type }) => type)).toEqual(['csp__user_logout'])
  })
})

describe('endOtherSessions', () => {
  it('ends all but the one that asks, and nobody else’s', async () => {
    const { ctx, labs, works } = await makePerson()
    const stranger = await makeMember(labs)
    const others = await Promise.all([openSession(ctx.userId), openSession(ctx.userId), openSession(ctx.userId)])
    expect(await endOtherSessions(ctx)).toBe(3)
    expect(await Promise.all(others.map(reasonOf))).toEqual(['ended_by_user', 'ended_by_user', 'ended_by_user'])
    expect(await reasonOf(ctx.sessionId)).toBeNull()
    expect(await reasonOf(stranger.sessionId)).toBeNull()
    for (const orgId of [labs, works]) expect(await events(orgId)).toMatchObject([{ type: 'csp__end_session', details: { sessions: 3 } }])
  })

  it('records nothing where there is nothing to end', async () => {
    const { ctx, labs } = await makePerson()
    expect(await endOtherSessions(ctx)).toBe(0)
    expect(await events(labs)).toEqual([])
  })

  it('of two sessions that end each other counts each but once', async () => {
    const { ctx, labs } = await makePerson()
    const other = await openSession(ctx.userId)
    const shared = await openSession(ctx.userId)
    const counts = await Promise.all([endOtherSessions(ctx), endOtherSessions({ ...ctx, sessionId: other })])
    const ended = await prisma().session.count({ where: { userId: ctx.userId, endedAt: { not: null } } })
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(ended)
    expect(await reasonOf(shared)).toBe('ended_by_user')
    const audited = (await events(labs)).map(({ details }) => (details as { sessions: number }).sessions)
    expect(audited.reduce((sum, each) => sum + each, 0)).toBe(ended)
  })
})

describe('listOwnSessions', () => {
  it('lists who is signed in, and leaves out what has ended, is too old or unused', async () => {
    const { ctx, labs } = await makePerson()
    await makeMember(labs)
    const alive = await openSession(ctx.userId)
    await openSession(ctx.userId, { lastSeenAgo: 2 * HOUR })
    await openSession(ctx.userId, { expiresIn: 0 })
    await endSession(ctx, { sessionId: await openSession(ctx.userId) })
    const { current, others, otherCount } = await listOwnSessions(ctx)
    expect(current?.id).toBe(ctx.sessionId)
    expect(others).toMatchObject([{ id: alive, ip: '192.0.2.7', device: { browser: 'Firefox', system: 'Linux' } }])
    expect(otherCount).toBe(1)
  })

  it('lists the newest 50 and counts them all', async () => {
    const { ctx } = await makePerson()
    for (let made = 0; made < 52; made += 1) await openSession(ctx.userId)
    const { others, otherCount } = await listOwnSessions(ctx)
    expect([others.length, otherCount]).toEqual([50, 52])
  })
})
