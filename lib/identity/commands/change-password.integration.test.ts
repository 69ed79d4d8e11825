import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../../platform/db'
import { hashPassword } from '../password'
import { changePassword } from './change-password'
import { renewSignIn } from './renew-sign-in'
import { signIn } from './sign-in'

await createTestDatabase()

const OLD = 'correct horse battery'
const NEW = 'quiet lamp under seven stairs'

let addresses = 0
const newPeer = () => makePeer(`198.51.100.${(addresses += 1)}`)

async function makePerson() {
  const orgId = await makeOrganization()
  const ctx = await makeMember(orgId, { password: OLD })
  const enter = (password: string) => refusal(signIn(newPeer(), { email: ctx.email, password }))
  const events = () => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__change_password' }, orderBy: { at: 'asc' } })
  const change = (newPassword = NEW, currentPassword = OLD) => refusal(changePassword(ctx, { currentPassword, newPassword }))
  return { ctx, enter, events, change }
}

/** Until a statement of this database waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await pool().query(waiting)).rowCount === 0) await setTimeout(10)
}

const sessionsOf = (userId: string) => prisma().session.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })

describe('changePassword', () => {
  it('lets the new one in, the old one no more, and ends every other session', async () => {
    const { ctx, enter, events, change } = await makePerson()
    await enter(OLD)
    await enter(OLD)
    expect(await change()).toBe('done')
    expect((await sessionsOf(ctx.userId)).map(({ id, endedReason }) => [id === ctx.sessionId, endedReason])).toEqual([
      [true, null],
      [false, 'password_change'],
      [false, 'password_change'],
    ])
    expect(await events()).toMatchObject([{ actorUserId: ctx.userId, result: 'success', details: { endedSessions: 2 } }])
    expect((await prisma().user.findUniqueOrThrow({ where: { id: ctx.userId } })).passwordChangedAt).not.toBeNull()
    expect([await enter(OLD), await enter(NEW)]).toEqual(['wrong_credentials', 'done'])
  })

  it('refuses a wrong current password, audited, and changes nothing', async () => {
    const { enter, events, change } = await makePerson()
    expect(await change(NEW, 'wrong')).toBe('wrong_password')
    expect(await events()).toMatchObject([{ result: 'failure', cause: 'wrong_credentials' }])
    expect(await enter(OLD)).toBe('done')
  })

  it.each([
    ['password_too_short', 'elevenchars'],
    ['password_too_long', 'x'.repeat(1_025)],
    ['password_common', 'password1234'],
    ['password_about_you', 'Test Person 1'],
    ['password_unchanged', OLD],
  ])('refuses a new one as %s before a guess is counted', async (code, password) => {
    const { ctx, enter, change } = await makePerson()
    for (let round = 0; round < 6; round += 1) expect(await change(password)).toBe(code)
    expect(await refusal(renewSignIn(ctx, { password: OLD }))).toBe('done')
    expect(await enter(OLD)).toBe('done')
  })

  it('shares its guesses with every other form that asks', async () => {
    const { ctx, enter, change } = await makePerson()
    for (let guess = 0; guess < 3; guess += 1) await change(NEW, 'wrong')
    for (let guess = 0; guess < 2; guess += 1) await refusal(renewSignIn(ctx, { password: 'wrong' }))
    expect(await change()).toBe('too_many_attempts')
    expect(await enter(OLD)).toBe('done')
  })

  it('of two at once lets one win', async () => {
    const { ctx, enter } = await makePerson()
    const other = await signIn(newPeer(), { email: ctx.email, password: OLD })
    const wishes = [NEW, 'a second wish that comes too late']
    const [mine, theirs] = [ctx, { ...ctx, sessionId: other.sessionId }]
    const outcomes = await Promise.all([mine, theirs].map((who, at) => refusal(changePassword(who, { currentPassword: OLD, newPassword: wishes[at] ?? '' }))))
    expect(outcomes.toSorted()).toEqual(['done', 'wrong_password'])
    const winner = outcomes.indexOf('done')
    expect(await enter(wishes[winner] ?? '')).toBe('done')
    expect(await enter(wishes[1 - winner] ?? '')).toBe('wrong_credentials')
  })

  it('keeps out who proved the old password a moment before', async () => {
    const { ctx, enter } = await makePerson()
    const changing = await pool().connect()
    await changing.query('BEGIN')
    await changing.query(`UPDATE user_account SET password_hash = $1 WHERE id = $2`, [await hashPassword(NEW), ctx.userId])
    const entering = enter(OLD)
    await Promise.race([entering, untilSomebodyWaits()])
    await changing.query('COMMIT')
    changing.release()
    expect(await entering).toBe('wrong_credentials')
    expect((await sessionsOf(ctx.userId)).map(({ id }) => id)).toEqual([ctx.sessionId])
  })

  it('does nothing for a session that has ended, and nothing for one without a password', async () => {
    const { ctx, enter, change } = await makePerson()
    await prisma().session.update({ where: { id: ctx.sessionId }, data: { endedAt: new Date(), endedReason: 'ended_by_user' } })
    expect(await change()).toBe('signed_out')
    expect(await enter(OLD)).toBe('done')
    const guest = await makeMember(await makeOrganization())
    expect(await refusal(changePassword(guest, { currentPassword: OLD, newPassword: NEW }))).toBe('wrong_password')
  })
})
