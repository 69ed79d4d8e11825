import { beforeEach, describe, expect, it } from 'vitest'
import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import { requireOwner } from '@/lib/platform/roles'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { findBeforeActivation } from '../queries/find-before-activation'
import { activateGovernance } from './activate-governance'
import { revalidate } from './revalidate'

await createTestDatabase()

let orgId: string
let owner: UserContext
beforeEach(async () => {
  orgId = await makeOrganization()
  await prisma().organization.update({ where: { id: orgId }, data: { igaActivatedAt: null } })
  owner = { ...(await makeMember(orgId, { roles: ['org_owner'] })), igaActivated: false }
})

const activatedAt = async () => (await prisma().organization.findUniqueOrThrow({ where: { id: orgId } })).igaActivatedAt
const recorded = () => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__activate_governance' } })
const afterwards = () => {
  throw new Error('So few tokens are validated at once')
}

describe('activateGovernance', () => {
  it('activates it once, says who did, and validates the tokens that there are', async () => {
    await prisma().tokenPolicy.update({ where: { orgId }, data: { idleEnabled: true, idleTtlValue: 1, idleTtlUnit: 'minutes' } })
    const tokenId = await makeToken(await makeMember(orgId), {}, { createdAt: new Date('2026-01-01T00:00:00Z'), issuedAt: new Date('2026-01-01T00:00:00Z') })
    const run = await activateGovernance(requireOwner(owner), { orgId })
    const since = await activatedAt()
    expect(since).not.toBeNull()
    expect(await activateGovernance(requireOwner(owner), { orgId })).toBeNull()
    expect(await activatedAt()).toEqual(since)
    expect(await recorded()).toMatchObject([{ actorUserId: owner.userId, result: 'success' }])
    if (run) await revalidate(run, afterwards)
    expect(await prisma().tokenLife.findUniqueOrThrow({ where: { orgId_id: { orgId, id: tokenId } } })).toMatchObject({ idleViolationSince: expect.any(Date) })
    expect(await prisma().validationRun.findMany({ where: { orgId } })).toMatchObject([{ outcome: 'completed', startedBy: owner.userId }])
  })

  it('is done by one of two owners at once', async () => {
    const other = await makeMember(orgId, { roles: ['org_owner'] })
    const runs = await Promise.all([activateGovernance(requireOwner(owner), { orgId }), activateGovernance(requireOwner(other), { orgId })])
    expect(runs.filter((run) => run !== null)).toHaveLength(1)
    expect(await recorded()).toHaveLength(1)
  })

  it('is refused where the page was of another organization', async () => {
    expect(await refusal(activateGovernance(requireOwner(owner), { orgId: crypto.randomUUID() }))).toBe('organization_changed')
    expect(await activatedAt()).toBeNull()
  })

  it.each([
    ['org_admin', 'owner_only'],
    ['org_member', 'not_found'],
    ['access_log_auditor', 'not_found'],
  ] as const)('is refused to %s', (role, code) => {
    expect(() => requireOwner({ ...owner, roles: [role] })).toThrow(expect.objectContaining({ code }))
  })
})

describe('findBeforeActivation', () => {
  it('counts the tokens and users that there are, and names the owners who can still sign in', async () => {
    const [first, second] = [await makeMember(orgId), await makeMember(orgId)]
    await makeToken(first)
    await makeToken(first)
    await makeToken(second, {}, { revokedAt: new Date() })
    await prisma().user.update({ where: { id: owner.userId }, data: { firstName: 'Ada', lastName: 'Rossi' } })
    const gone = await makeMember(orgId, { roles: ['org_owner'] })
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: gone.userId } }, data: { status: 'removed' } })
    const admin = { ...(await makeMember(orgId, { roles: ['org_admin'] })), igaActivated: false }
    expect(await findBeforeActivation(admin)).toEqual({ tokens: 2, users: 1, owners: ['Ada Rossi'], limited: false })
  })

  it.each(['org_member', 'access_log_auditor'] as const)('tells %s nothing', async (role) => {
    await expect(findBeforeActivation({ ...owner, roles: [role] })).rejects.toMatchObject({ code: 'not_found' })
  })
})
