import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { findOwnAccount, listOwnOrganizations, listOwnServiceRoles } from '../queries/own-account'
import { savePreferences } from './save-preferences'
import { updateProfile } from './update-profile'

await createTestDatabase()

const accountOf = (ctx: UserContext) => prisma().user.findUniqueOrThrow({ where: { id: ctx.userId } })
const events = (orgId: string) => prisma().auditEvent.findMany({ where: { orgId }, orderBy: { at: 'asc' } })

async function makePerson() {
  const [labs, works] = [await makeOrganization('Labs'), await makeOrganization('Works')]
  const ctx = await makeMember(labs, { roles: ['org_owner', 'org_member'], serviceRoles: ['external/queue/reader', 'external/queue/gone', 'external/attic/ghost'] })
  await makeMember(works, { userId: ctx.userId })
  return { ctx: { ...ctx, organizations: [{ id: labs, name: 'Labs' }, { id: works, name: 'Works' }] }, labs, works }
}

describe('updateProfile', () => {
  it('changes the name, audited in each organization with the earlier one', async () => {
    const { ctx, labs, works } = await makePerson()
    await updateProfile(ctx, { firstName: 'Žofia', lastName: 'Núñez' })
    expect(await accountOf(ctx)).toMatchObject({ firstName: 'Žofia', lastName: 'Núñez' })
    for (const orgId of [labs, works]) {
      expect(await events(orgId)).toMatchObject([{ type: 'csp__update_profile', actorUserId: ctx.userId, details: { name: 'Žofia Núñez', earlierName: 'Test Person' } }])
    }
  })

  it('is no change, and no event, where the name stays', async () => {
    const { ctx, labs } = await makePerson()
    await updateProfile(ctx, { firstName: 'Test', lastName: 'Person' })
    expect(await events(labs)).toEqual([])
  })

  it('tells of two at once in the order in which they came', async () => {
    const { ctx, labs } = await makePerson()
    await Promise.all(['Ada', 'Eva'].map((firstName) => updateProfile(ctx, { firstName, lastName: 'Person' })))
    const told = (await events(labs)).map(({ details }) => details as { name: string; earlierName: string })
    const first = told.find(({ earlierName }) => earlierName === 'Test Person')
    const second = told.find(({ earlierName }) => earlierName === first?.name)
    expect(told).toHaveLength(2)
    expect((await accountOf(ctx)).firstName).toBe(second?.name.split(' ')[0])
  })
})

describe('savePreferences', () => {
  const preferences = { locale: 'de', theme: 'dark', timeZone: 'Europe/Berlin', securityNotices: true } as const

  it('saves them, and audits only that the notices were switched', async () => {
    const { ctx, labs, works } = await makePerson()
    await savePreferences(ctx, preferences)
    expect(await accountOf(ctx)).toMatchObject(preferences)
    expect(await events(labs)).toEqual([])
    await savePreferences(ctx, { ...preferences, securityNotices: false })
    await savePreferences(ctx, { ...preferences, securityNotices: false })
    for (const orgId of [labs, works]) expect(await events(orgId)).toMatchObject([{ type: 'csp__update_profile', details: { securityNotices: false } }])
  })
})

describe('what a person is told of their own account', () => {
  it('names each active organization, and none that removed them', async () => {
    const { ctx, works } = await makePerson()
    expect(await listOwnOrganizations(ctx)).toMatchObject([
      { name: 'Labs', roles: ['org_owner', 'org_member'], serviceRoleCount: 3 },
      { name: 'Works', roles: ['org_member'], serviceRoleCount: 0 },
    ])
    await prisma().membership.update({ where: { orgId_userId: { orgId: works, userId: ctx.userId } }, data: { status: 'removed' } })
    expect((await listOwnOrganizations(ctx)).map(({ name }) => name)).toEqual(['Labs'])
  })

  it('lists service roles by service, those without a name included', async () => {
    const { ctx } = await makePerson()
    await prisma().service.create({
      data: { id: 'queue', displayName: 'Message Queue', createdAt: new Date(), roles: { create: { name: 'reader', displayName: 'Reader' } } },
    })
    expect(await listOwnServiceRoles(ctx)).toEqual([
      { serviceId: 'attic', displayName: 'attic', roles: [{ scope: 'external/attic/ghost', displayName: null }] },
      {
        serviceId: 'queue',
        displayName: 'Message Queue',
        roles: [
          { scope: 'external/queue/gone', displayName: null },
          { scope: 'external/queue/reader', displayName: 'Reader' },
        ],
      },
    ])
  })

  it('says whether there is a password, and never what', async () => {
    const { ctx } = await makePerson()
    const withPassword = await makeMember(await makeOrganization(), { password: 'correct horse battery' })
    expect(await findOwnAccount(ctx)).toMatchObject({ hasPassword: false })
    const account = await findOwnAccount(withPassword)
    expect(account).toMatchObject({ hasPassword: true })
    expect(JSON.stringify(account)).not.toContain('argon2')
  })
})
