import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '@/lib/errors'
import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import { requireGovernor } from '@/lib/platform/roles'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import { revokeToken } from '@/lib/tokens/commands/revoke-token'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { tokenForm } from '@/server/testing/token-form'
import { makeToken } from '@/server/testing/tokens'
import type { PolicySettings } from '../policy-settings'
import { revalidate } from './revalidate'
import { savePolicy } from './save-policy'

await createTestDatabase()

const OFF = { enabled: false, value: null, unit: 'days' } as const
const days = (value: number) => ({ enabled: true, value, unit: 'days' }) as const

let orgId: string
let owner: UserContext
beforeEach(async () => {
  orgId = await makeOrganization()
  owner = await makeMember(orgId, { roles: ['org_owner'] })
})

const save = (ctx: UserContext, change: Partial<PolicySettings>, version = 1) => Promise.resolve().then(() => savePolicy(requireGovernor(ctx), { orgId, version, idle: OFF, max: OFF, ...change }))
const stored = () => prisma().tokenPolicy.findUniqueOrThrow({ where: { orgId } })
const recorded = () => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__update_token_policy' }, orderBy: { id: 'asc' } })
const never = () => {
  throw new Error('So few tokens are validated at once')
}

describe('savePolicy', () => {
  it('stores both policies, says who changed what, and opens a validation', async () => {
    const run = await save(owner, { idle: days(90), max: { ...days(365), enabled: false } })
    expect(await stored()).toMatchObject({ idleEnabled: true, idleTtlValue: 90, idleTtlUnit: 'days', maxEnabled: false, maxTtlValue: 365, maxTtlUnit: 'days', version: 2, updatedBy: owner.userId })
    expect(await recorded()).toMatchObject([
      { actorUserId: owner.userId, result: 'success', ip: owner.request.ip, details: { idleFrom: 'off', idleTo: '90 days', maxFrom: 'off', maxTo: 'off', version: 2 } },
    ])
    expect(await prisma().validationRun.findMany({ where: { orgId } })).toMatchObject([{ id: run?.runId, trigger: 'policy_saved', startedBy: owner.userId, policyVersion: 2, endedAt: null }])
  })

  it('is for administrators, too', async () => {
    await save(await makeMember(orgId, { roles: ['org_admin'] }), { max: days(30) })
    expect(await stored()).toMatchObject({ maxEnabled: true, maxTtlValue: 30 })
  })

  it('keeps the value of a policy that is turned off, and drops it where it was emptied', async () => {
    await save(owner, { max: days(30) })
    await save(owner, { max: { ...days(30), enabled: false } }, 2)
    expect(await stored()).toMatchObject({ maxEnabled: false, maxTtlValue: 30, maxTtlUnit: 'days' })
    await save(owner, { max: OFF }, 3)
    expect(await stored()).toMatchObject({ maxEnabled: false, maxTtlValue: null, maxTtlUnit: null })
  })

  it('changes nothing where nothing is different', async () => {
    await save(owner, { max: days(30) })
    expect(await save(owner, { max: days(30) }, 2)).toBeNull()
    expect(await stored()).toMatchObject({ version: 2 })
    expect(await recorded()).toHaveLength(1)
  })

  it.each<[string, (ctx: UserContext) => UserContext, string]>([
    ['a member', (ctx) => ({ ...ctx, roles: ['org_member'] }), 'not_found'],
    ['an auditor', (ctx) => ({ ...ctx, roles: ['access_log_auditor'] }), 'not_found'],
    ['an owner before governance is activated', (ctx) => ({ ...ctx, igaActivated: false }), 'governance_not_activated'],
    ['an owner whose sign-in was long ago', (ctx) => ({ ...ctx, signedInRecently: false }), 'sign_in_again'],
    ['an owner who has switched to another organization since', (ctx) => ({ ...ctx, orgId: crypto.randomUUID() }), 'organization_changed'],
  ])('refuses %s', async (_who, change, code) => {
    await expect(save(change(owner), { max: days(30) })).rejects.toMatchObject({ code })
    expect(await stored()).toMatchObject({ version: 1, maxEnabled: false })
    expect(await recorded()).toEqual([])
  })

  it('leaves every other organization alone', async () => {
    const other = await makeOrganization()
    await save(owner, { max: days(30) })
    expect(await prisma().tokenPolicy.findUniqueOrThrow({ where: { orgId: other } })).toMatchObject({ version: 1, maxEnabled: false })
  })

  it('lets one of two at once win and tells the other', async () => {
    const second = await makeMember(orgId, { roles: ['org_admin'] })
    const outcomes = await Promise.allSettled([save(owner, { max: days(30) }), save(second, { max: days(60) })])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'policy_changed' } })
    expect(await stored()).toMatchObject({ version: 2 })
    expect(await recorded()).toHaveLength(1)
  })

  describe('twice in a row by the same person', () => {
    it('goes on from what the first save has made, whether or not the page has been read anew', async () => {
      expect(await save(owner, { max: days(30) })).not.toBeNull()
      // The form counts on from the version that it has sent: it knows of no other until the page comes.
      expect(await save(owner, { max: days(60) }, 2)).not.toBeNull()
      expect(await stored()).toMatchObject({ version: 3, maxTtlValue: 60, updatedBy: owner.userId })
      expect((await recorded()).map(({ details }) => details)).toMatchObject([
        { maxFrom: 'off', maxTo: '30 days', version: 2 },
        { maxFrom: '30 days', maxTo: '60 days', version: 3 },
      ])
    })

    it('of one form, at once, saves once and tells nobody of a conflict', async () => {
      const runs = await Promise.all(Array.from({ length: 4 }, () => save(owner, { max: days(30) })))
      expect(runs.filter((run) => run !== null)).toHaveLength(1)
      expect(await stored()).toMatchObject({ version: 2, maxTtlValue: 30 })
      expect(await recorded()).toHaveLength(1)
      expect(await prisma().validationRun.count({ where: { orgId } })).toBe(1)
    })

    it('is a conflict where other values were saved with the version of before: that may be another window', async () => {
      await save(owner, { max: days(30) })
      await expect(save(owner, { max: days(60) })).rejects.toMatchObject({ code: 'policy_changed' })
      expect(await stored()).toMatchObject({ version: 2, maxTtlValue: 30 })
      expect(await recorded()).toHaveLength(1)
    })
  })

  it('leaves no token above the new limit that was generated at the same time, but those that its validation found', async () => {
    const members = await Promise.all(Array.from({ length: 4 }, () => makeMember(orgId)))
    let above = 0
    for (let round = 0; round < 16; round += 1) {
      const limit = 40 - round
      const made = Promise.allSettled(members.map((member) => generateToken(member, tokenForm(member, { ttlValue: limit + 1, ttlUnit: 'days', reminderDays: 0 }))))
      const run = await save(owner, { max: days(limit) }, round + 1)
      if (run) await revalidate(run, never)
      const outcomes = await made
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(refused.map(({ reason }) => reason)).toEqual(refused.map(() => new DomainError('ttl_above_limit', 'ttlValue')))
      above += outcomes.length - refused.length
      expect(await prisma().tokenLife.count({ where: { orgId, maxViolation: null } })).toBe(0)
      expect(await prisma().apiToken.count({ where: { orgId } })).toBe(above)
    }
  })

  it('tightened, keeps no token from being revoked or deactivated', async () => {
    const member = await makeMember(orgId)
    const tokenId = await makeToken(member, { ttlUnit: 'never' })
    const run = await save(owner, { idle: { enabled: true, value: 1, unit: 'minutes' }, max: { enabled: true, value: 1, unit: 'minutes' } })
    if (run) await revalidate(run, never)
    const where = { orgId_id: { orgId, id: tokenId } }
    expect(await prisma().tokenLife.findUniqueOrThrow({ where })).toMatchObject({ maxViolation: 'never_expires' })
    await revokeToken(member, { tokenId })
    expect((await prisma().apiToken.findUniqueOrThrow({ where })).revokedAt).not.toBeNull()
  })
})
