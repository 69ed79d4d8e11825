import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { switchOrganization } from './switch-organization'

await createTestDatabase()

const PASSWORD = 'correct horse battery'

/** Each test guesses from an address of its own: failures are counted by address. */
let addresses = 0
const newPeer = () => makePeer(`192.0.2.${(addresses += 1)}`)

const events = (orgId: string) => prisma().auditEvent.findMany({ where: { orgId }, orderBy: { at: 'asc' } })

describe('signIn', () => {
  it('opens a session and is audited in each of the organizations', async () => {
    const [labs, works] = [await makeOrganization(), await makeOrganization()]
    const ctx = await makeMember(labs, { password: PASSWORD })
    await makeMember(works, { userId: ctx.userId })
    const session = await signIn(newPeer(), { email: ctx.email.toUpperCase(), password: PASSWORD })
    const row = await prisma().session.findUniqueOrThrow({ where: { id: session.sessionId } })
    expect(row).toMatchObject({ userId: ctx.userId, endedAt: null, userAgent: 'test' })
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(12 * 3_600_000)
    expect(await events(labs)).toMatchObject([{ type: 'csp__user_login', result: 'success' }])
    expect(await events(works)).toMatchObject([{ type: 'csp__user_login', result: 'success' }])
  })

  it('refuses a wrong password and an unknown address alike', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId, { password: PASSWORD })
    expect(await refusal(signIn(newPeer(), { email: ctx.email, password: 'wrong' }))).toBe('wrong_credentials')
    expect(await refusal(signIn(newPeer(), { email: 'nobody@example.test', password: PASSWORD }))).toBe('wrong_credentials')
    expect(await events(orgId)).toMatchObject([{ type: 'csp__user_login_failed', result: 'failure', actorUserId: ctx.userId }])
    expect(await prisma().installationEvent.count({ where: { type: 'csp__user_login_failed' } })).toBe(1)
  })

  it('refuses one who is suspended, or in no organization any more', async () => {
    const orgId = await makeOrganization()
    const [suspended, removed] = [await makeMember(orgId, { password: PASSWORD }), await makeMember(orgId, { password: PASSWORD })]
    await prisma().user.update({ where: { id: suspended.userId }, data: { state: 'suspended' } })
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: removed.userId } }, data: { status: 'removed' } })
    expect(await refusal(signIn(newPeer(), { email: suspended.email, password: PASSWORD }))).toBe('wrong_credentials')
    expect(await refusal(signIn(newPeer(), { email: removed.email, password: PASSWORD }))).toBe('wrong_credentials')
  })

  it('stops guesses from one address, and leaves the owner at another alone', async () => {
    const ctx = await makeMember(await makeOrganization(), { password: PASSWORD })
    const [guesser, owner] = [newPeer(), newPeer()]
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusal(signIn(guesser, { email: ctx.email, password: 'wrong' }))))
    expect(outcomes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
    expect(outcomes.filter((code) => code === 'too_many_attempts')).toHaveLength(3)
    expect(await refusal(signIn(guesser, { email: ctx.email, password: PASSWORD }))).toBe('too_many_attempts')
    expect(await refusal(signIn(owner, { email: ctx.email, password: PASSWORD }))).toBe('done')
  })

  it('forgets failures after a success', async () => {
    const ctx = await makeMember(await makeOrganization(), { password: PASSWORD })
    const peer = newPeer()
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < 4; guess += 1) await refusal(signIn(peer, { email: ctx.email, password: 'wrong' }))
      expect(await refusal(signIn(peer, { email: ctx.email, password: PASSWORD }))).toBe('done')
    }
  })
})

describe('signOut', () => {
  it('ends the session once', async () => {
    const orgId = await makeOrganization()
    const ctx = await makeMember(orgId)
    await Promise.all([signOut(ctx), signOut(ctx)])
    expect((await prisma().session.findUniqueOrThrow({ where: { id: ctx.sessionId } })).endedReason).toBe('sign_out')
    expect((await events(orgId)).map(({ type }) => type)).toEqual(['csp__user_logout'])
  })
})

describe('switchOrganization', () => {
  it("does not find an organization that is not the caller's", async () => {
    const ctx = await makeMember(await makeOrganization())
    const other = await makeOrganization()
    expect(await refusal(switchOrganization(ctx, { orgId: other }))).toBe('not_found')
    expect(await refusal(switchOrganization(ctx, { orgId: ctx.orgId }))).toBe('done')
  })
})
