import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { renewSignIn } from './renew-sign-in'

await createTestDatabase()

const PASSWORD = 'correct horse battery'
const LONG_AGO = new Date('2020-01-01T00:00:00Z')

async function makeStaleSession() {
  const orgId = await makeOrganization()
  const ctx = await makeMember(orgId, { password: PASSWORD })
  await prisma().session.update({ where: { id: ctx.sessionId }, data: { authenticatedAt: LONG_AGO } })
  const authenticatedAt = () => prisma().session.findUniqueOrThrow({ where: { id: ctx.sessionId } }).then((row) => row.authenticatedAt)
  const events = () => prisma().auditEvent.findMany({ where: { orgId }, orderBy: { at: 'asc' } })
  return { ctx, authenticatedAt, events }
}

describe('renewSignIn', () => {
  it('makes the session fresh again, and is audited', async () => {
    const { ctx, authenticatedAt, events } = await makeStaleSession()
    await renewSignIn(ctx, { password: PASSWORD })
    expect((await authenticatedAt()).getTime()).toBeGreaterThan(LONG_AGO.getTime())
    expect(await events()).toMatchObject([{ type: 'csp__user_login', result: 'success', details: { again: true } }])
  })

  it('refuses a wrong password beside its field, and is audited', async () => {
    const { ctx, authenticatedAt, events } = await makeStaleSession()
    expect(await refusal(renewSignIn(ctx, { password: 'wrong' }))).toBe('wrong_password')
    expect(await authenticatedAt()).toEqual(LONG_AGO)
    expect(await events()).toMatchObject([{ type: 'csp__user_login_failed', result: 'failure', cause: 'wrong_credentials' }])
  })

  it('stops guesses after five, those side by side included', async () => {
    const { ctx, authenticatedAt } = await makeStaleSession()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusal(renewSignIn(ctx, { password: 'wrong' }))))
    expect(outcomes.filter((code) => code === 'wrong_password')).toHaveLength(5)
    expect(await refusal(renewSignIn(ctx, { password: PASSWORD }))).toBe('too_many_attempts')
    expect(await authenticatedAt()).toEqual(LONG_AGO)
  })
})
