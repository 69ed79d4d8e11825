import { beforeAll, describe, expect, it } from 'vitest'
import { askAs } from '@/server/testing/ask-interface'
import { makeAccessToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

/** Every row of api.md's table of field names, as this interface answers it, exactly. */
await createTestDatabase()
const AM = '/csp/gateway/am/api'
const SERVICE_LINK = '/csp/gateway/slc/api/definitions/external/code-stream'
const EPOCH_SECONDS = expect.stringMatching(/^\d{10}$/) as unknown

const ask = async (accessToken: string, target: string) => {
  const { status, answer } = await askAs(accessToken, 'GET', target)
  return { status, answer: answer as unknown }
}

async function makePerson() {
  const orgId = await makeOrganization()
  const ctx = await makeMember(orgId, { roles: ['org_owner', 'org_member'], serviceRoles: ['external/code-stream/viewer', 'external/code-stream/retired'] })
  const accessToken = await makeAccessToken(ctx, ['org_owner', 'org_member', 'external/code-stream/viewer'])
  return { orgId, ctx, accessToken }
}
let person: Awaited<ReturnType<typeof makePerson>>

beforeAll(async () => {
  await ensureSigningKey()
  await prisma().service.create({ data: { id: 'code-stream', displayName: 'Code Stream', createdAt: new Date(), roles: { create: { name: 'viewer', displayName: 'Viewer' } } } })
  person = await makePerson()
})

const userOf = ({ userId, email, orgId }: { userId: string; email: string; orgId: string }, refLink: string) => ({
  ...{ userId, username: userId, acct: email, email, emailVerified: false, firstName: 'Test', lastName: 'Person', state: 'ACTIVE', refLink },
  userProfile: { defaultOrgId: orgId, isFederated: false, language: 'en', locale: 'en' },
})
const roleOf = (orgId: string, name: string, displayName: string) => ({
  ...{ name, displayName, resource: '', organizationLink: `${AM}/orgs/${orgId}`, visible: true, membershipType: 'DIRECT' },
  ...{ createdBy: '', createdDate: EPOCH_SECONDS, lastUpdatedBy: '', lastUpdatedDate: EPOCH_SECONDS, expiresAt: 0 },
})
const organizationOf = (id: string, name: string) => ({
  ...{ id, name, displayName: name, refLink: `${AM}/orgs/${id}`, parentRefLink: '', language: 'en', locale: 'en' },
  ...{ isMfaRequired: false, enforceUserApiTokenMfa: false, metadata: {} },
})
const orgRolesOf = (orgId: string) => [roleOf(orgId, 'org_owner', 'Organization Owner'), roleOf(orgId, 'org_member', 'Organization Member')]

describe('about oneself', () => {
  it('user and profile', async () => {
    const user = userOf(person.ctx, `${AM}/loggedin/user`)
    expect(await ask(person.accessToken, `${AM}/loggedin/user`)).toEqual({ status: 200, answer: user })
    expect(await ask(person.accessToken, `${AM}/loggedin/user/profile`)).toEqual({ status: 200, answer: user.userProfile })
  })

  it.each(['GET', 'POST'])('userinfo by %s', async (method) => {
    const { email, userId, orgId } = person.ctx
    expect(await askAs(person.accessToken, method, `${AM}/userinfo`)).toMatchObject({ status: 200 })
    expect((await askAs(person.accessToken, method, `${AM}/userinfo`)).answer).toEqual({
      ...{ acct: email, context: orgId, context_name: orgId, domain: 'example.test', email, email_verified: false },
      ...{ family_name: 'Person', given_name: 'Test', group_ids: [], group_names: [], sub: userId, username: userId },
    })
  })

  it('organizations as links, whole, and by pages', async () => {
    const [first, second] = [await makeOrganization('A Works'), await makeOrganization('B Works')]
    const ctx = await makeMember(second)
    await makeMember(first, { userId: ctx.userId })
    const accessToken = await makeAccessToken(ctx)
    const refLinks = [`${AM}/orgs/${first}`, `${AM}/orgs/${second}`]
    const items = [organizationOf(first, 'A Works'), organizationOf(second, 'B Works')]
    for (const query of ['', '?expand=0', '?expand=false']) {
      expect(await ask(accessToken, `${AM}/loggedin/user/orgs${query}`)).toEqual({ status: 200, answer: { refLinks } })
    }
    for (const query of ['?expand=1', '?expand', '?expand=true']) {
      expect(await ask(accessToken, `${AM}/loggedin/user/orgs${query}`)).toEqual({ status: 200, answer: { items } })
    }
    const page = { totalResults: 2, nextLink: '', prevLink: '' }
    const pages = `${AM}/v2/loggedin/user/orgs`
    expect(await ask(accessToken, pages)).toEqual({ status: 200, answer: { results: items, refLinks, ...page } })
    const last = { results: [items[1]], refLinks: [refLinks[1]], ...page, prevLink: `${pages}?pageStart=1&pageLimit=1` }
    expect(await ask(accessToken, `${pages}?pageStart=2&pageLimit=1`)).toEqual({ status: 200, answer: last })
    const behind = { results: [], refLinks: [], ...page, prevLink: `${pages}?pageStart=2&pageLimit=1` }
    expect(await ask(accessToken, `${pages}?pageStart=99&pageLimit=1`)).toEqual({ status: 200, answer: behind })
  })

  it('what one is in the organization, as far as the access token goes', async () => {
    const { accessToken, orgId, ctx } = person
    const place = `${AM}/loggedin/user/orgs/${orgId}`
    const viewer = [roleOf(orgId, 'viewer', 'Viewer')]
    const service = { serviceName: 'code-stream', serviceDisplayName: 'Code Stream', refLink: SERVICE_LINK, serviceRoles: ['viewer'], roles: viewer }
    expect(await ask(accessToken, `${place}/roles`)).toEqual({ status: 200, answer: orgRolesOf(orgId) })
    expect(await ask(accessToken, `${place}/service-roles`)).toEqual({
      status: 200,
      answer: { serviceRoles: [{ serviceDefinitionLink: SERVICE_LINK, serviceRoleNames: ['viewer'], serviceRoles: viewer }] },
    })
    expect(await ask(accessToken, `${place}/groups`)).toEqual({ status: 200, answer: { groups: [] } })
    expect(await ask(accessToken, `${place}/info`)).toEqual({
      status: 200,
      answer: {
        user: userOf(ctx, `${AM}/v2/users/${ctx.userId}/orgs/${orgId}/info`),
        userOrgInfo: [{ name: 'Test Works', displayName: 'Test Works', orgRoles: orgRolesOf(orgId), servicesDef: [service], customRoles: [] }],
      },
    })
  })
})

describe('about the organization', () => {
  it('itself and its roles', async () => {
    const { accessToken, orgId } = person
    expect(await ask(accessToken, `${AM}/orgs/${orgId}`)).toEqual({ status: 200, answer: organizationOf(orgId, 'Test Works') })
    const { answer } = await askAs(accessToken, 'GET', `${AM}/orgs/${orgId}/roles`)
    const orgRolesData = answer['orgRolesData'] as { name: string }[]
    expect(Object.keys(answer).sort()).toEqual(['orgRolesData', 'refLinks'])
    expect(orgRolesData).toHaveLength(8)
    expect(orgRolesData[6]).toEqual(roleOf(orgId, 'access_log_auditor', 'Access Log Auditor'))
    expect(answer['refLinks']).toEqual(orgRolesData.map(({ name }) => `${AM}/orgs/${orgId}/roles/${name}`))
  })

  it('says that MFA is enforced where it is', async () => {
    const ctx = await makeMember(await makeOrganization())
    const accessToken = await makeAccessToken(ctx)
    await prisma().organization.update({ where: { id: ctx.orgId }, data: { mfaEnforcedAt: new Date() } })
    expect(await ask(accessToken, `${AM}/orgs/${ctx.orgId}`)).toMatchObject({ answer: { enforceUserApiTokenMfa: true } })
  })

  it('its users, with all that they hold', async () => {
    const { accessToken, orgId, ctx } = person
    const place = `${AM}/v2/users/${ctx.userId}/orgs/${orgId}`
    const held = [roleOf(orgId, 'viewer', 'Viewer'), roleOf(orgId, 'retired', 'retired')]
    const names = ['viewer', 'retired']
    const user = userOf(ctx, `${place}/info`)
    const service = { serviceDefinitionId: 'code-stream', serviceRoleNames: names, serviceRoles: held }
    expect(await ask(accessToken, `${AM}/v2/orgs/${orgId}/users`)).toEqual({
      status: 200,
      answer: {
        results: [{ user, organizationRoles: orgRolesOf(orgId), serviceRoles: [service], customRoles: [] }],
        ...{ totalResults: 1, nextLink: '', prevLink: '', refLinks: [`${place}/info`] },
      },
    })
    expect(await ask(accessToken, `${place}/roles`)).toEqual({ status: 200, answer: orgRolesOf(orgId) })
    expect(await ask(accessToken, `${place}/groups`)).toEqual({ status: 200, answer: { groups: [] } })
    expect(await ask(accessToken, `${place}/service-roles`)).toEqual({
      status: 200,
      answer: { serviceRoles: [{ serviceDefinitionLink: SERVICE_LINK, serviceRoleNames: names, serviceRoles: held }] },
    })
    const servicesDef = [{ serviceName: 'code-stream', serviceDisplayName: 'Code Stream', refLink: SERVICE_LINK, serviceRoles: names, roles: held }]
    expect(await ask(accessToken, `${place}/info`)).toEqual({
      status: 200,
      answer: { user, userOrgInfo: [{ name: 'Test Works', displayName: 'Test Works', orgRoles: orgRolesOf(orgId), servicesDef, customRoles: [] }] },
    })
  })
})
