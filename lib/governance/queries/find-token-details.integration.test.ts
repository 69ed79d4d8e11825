import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { newId } from '../../platform/ids'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { findTokenDetails } from './find-token-details'

await createTestDatabase()

const PAST = new Date('2026-01-02T03:04:05.678Z')
let [owner, tom]: UserContext[] = []
let ctx: GovernorContext
const user = () => tom ?? expect.fail()

beforeAll(async () => {
  owner = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
  tom = await makeMember(owner.orgId)
  ctx = requireGovernor(owner)
})

const off = () => ({ deactivatedAt: PAST, deactivatedBy: ctx.userId, deactivationReason: 'suspicious_use', deactivationNote: 'Seen in a log' })
const expired = { createdAt: PAST, issuedAt: PAST, expiresAt: new Date(PAST.getTime() + 60_000) }

describe('whether a token can be exchanged, and why not', () => {
  it.each([
    ['works', () => ({}), null],
    ['deactivated', () => off(), 'deactivated'],
    ['expired', () => expired, 'expired'],
    ['deactivated and expired', () => ({ ...off(), ...expired }), 'deactivated'],
    ['revoked and deactivated', () => ({ ...off(), revokedAt: PAST }), 'revoked'],
  ] as const)('%s', async (_name, columns, obstacle) => {
    const id = await makeToken(user(), {}, columns())
    expect((await findTokenDetails(ctx, id))?.obstacle).toBe(obstacle)
  })

  it.each([['suspended', 'user_suspended'], ['removed', 'user_removed']])('its user is %s', async (status, obstacle) => {
    const gone = await makeMember(ctx.orgId)
    const id = await makeToken(gone)
    await prisma().membership.update({ where: { orgId_userId: { orgId: ctx.orgId, userId: gone.userId } }, data: { status } })
    expect((await findTokenDetails(ctx, id))?.obstacle).toBe(obstacle)
  })
})

describe('the details of a token', () => {
  it('are everything but the secret', async () => {
    const id = await makeToken(user(), { description: 'What for' }, off())
    const details = await findTokenDetails(ctx, id)
    expect(details).toMatchObject({ description: 'What for', generation: 1, reminderDays: 7, user: { email: user().email }, deactivated: { at: PAST, by: 'Test Person', reason: 'suspicious_use', note: 'Seen in a log' } })
    expect(Object.keys(details ?? {})).not.toContain('digest')
  })

  it('are none of another organization’s, nor of what is no id', async () => {
    const id = await makeToken(await makeMember(await makeOrganization()))
    expect(await findTokenDetails(ctx, id)).toBeNull()
    expect(await findTokenDetails(ctx, `${id}'`)).toBeNull()
    expect(await findTokenDetails(ctx, '')).toBeNull()
    expect(await findTokenDetails(ctx, newId())).toBeNull()
  })
})

describe('its history', () => {
  const event = (tokenId: string, seconds: number, more: object = {}) => ({ orgId: ctx.orgId, id: newId(), at: new Date(Date.now() + seconds * 1_000), tokenId, actorUserId: ctx.userId, type: 'csp__activate_api_token', result: 'success', ...more })

  it('tells the latest 50 events, newest first, and that there are more', async () => {
    const id = await makeToken(user())
    const failure = { actorUserId: null, type: 'csp__refresh_token_exchange_failed', result: 'failure', cause: 'token_expired', details: { count: 3 } }
    await prisma().auditEvent.createMany({ data: [...Array.from({ length: 49 }, (_, at) => event(id, at)), event(id, 100, failure), event(newId(), 200)] })
    const { events, more } = (await findTokenDetails(ctx, id))?.history ?? expect.fail()
    expect([events.length, more]).toEqual([50, true])
    expect(events[0]).toMatchObject({ type: 'csp__refresh_token_exchange_failed', by: null, result: 'failure', cause: 'token_expired', details: { count: 3 } })
    expect(events[1]).toMatchObject({ type: 'csp__activate_api_token', by: 'Test Person', result: 'success', cause: null })
    expect(events.map(({ at }) => at.getTime())).toEqual(events.map(({ at }) => at.getTime()).toSorted((one, other) => other - one))
  })

  it('begins with who generated it', async () => {
    const id = await makeToken(user())
    expect((await findTokenDetails(ctx, id))?.history).toMatchObject({ events: [{ type: 'csp__generate_api_token', by: 'Test Person' }], more: false })
  })

  it('is kept from an administrator, who may not read the audit log', async () => {
    const id = await makeToken(user())
    const admin = requireGovernor(await makeMember(ctx.orgId, { roles: ['org_admin'] }))
    expect(await findTokenDetails(admin, id)).toMatchObject({ id, history: null })
    const both = requireGovernor(await makeMember(ctx.orgId, { roles: ['org_admin', 'access_log_auditor'] }))
    expect((await findTokenDetails(both, id))?.history?.events).toHaveLength(1)
  })
})
