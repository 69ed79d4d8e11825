import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { seedDemo } from '@/prisma/seed'
import { askAs } from '@/server/testing/ask-interface'
import { exchange, makeAccessToken } from '@/server/testing/exchange'
import { makeMember } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { ensureSigningKey } from '../../platform/signing-keys'

/**
 * A client of the console replaced: strictly typed, it fails on a field too few, a null where a text stood, an array
 * where an object stood. Its types are written out here from api.md, not taken from the product.
 */
const text = z.string()
const texts = z.array(text)
const role = z.strictObject({
  ...{ name: text.min(1), displayName: text.min(1), resource: text, organizationLink: text.startsWith('/csp/gateway/am/api/orgs/'), visible: z.boolean() },
  ...{ membershipType: z.literal('DIRECT'), createdBy: text, createdDate: text.regex(/^\d+$/), lastUpdatedBy: text, lastUpdatedDate: text.regex(/^\d+$/), expiresAt: z.int() },
})
const roles = z.array(role)
const none = z.array(z.strictObject({ name: text }))
const userProfile = z.strictObject({ defaultOrgId: text, isFederated: z.boolean(), language: text, locale: text })
const user = z.strictObject({
  ...{ userId: text, username: text, acct: text, email: text, emailVerified: z.boolean(), firstName: text, lastName: text, state: text },
  ...{ refLink: text, userProfile },
})
const organization = z.strictObject({
  ...{ id: text, name: text, displayName: text, refLink: text, parentRefLink: text, language: text, locale: text },
  ...{ isMfaRequired: z.boolean(), enforceUserApiTokenMfa: z.boolean(), metadata: z.record(text, text) },
})
const pageOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ results: z.array(row), totalResults: z.int(), nextLink: text, prevLink: text, refLinks: texts })
const listedUser = z.strictObject({
  ...{ user, organizationRoles: roles, customRoles: none },
  serviceRoles: z.array(z.strictObject({ serviceDefinitionId: text, serviceRoleNames: texts, serviceRoles: roles })),
})
const orgRoles = z.strictObject({ orgRolesData: roles, refLinks: texts })
const serviceRoles = z.strictObject({ serviceRoles: z.array(z.strictObject({ serviceDefinitionLink: text, serviceRoleNames: texts, serviceRoles: roles })) })
const service = z.strictObject({ serviceName: text, serviceDisplayName: text, refLink: text, serviceRoles: texts, roles })
const info = z.strictObject({
  user,
  userOrgInfo: z.array(z.strictObject({ name: text, displayName: text, orgRoles: roles, servicesDef: z.array(service), customRoles: none })),
})
const groups = z.strictObject({ groups: none })
const userInfo = z.strictObject({
  ...{ acct: text, context: text, context_name: text, domain: text, email: text, email_verified: z.boolean(), family_name: text, given_name: text },
  ...{ group_ids: texts, group_names: texts, sub: text, username: text },
})

await createTestDatabase()
const AM = '/csp/gateway/am/api'
const clients: { email: string; accessToken: string }[] = []

beforeAll(async () => {
  await ensureSigningKey()
  const { apiTokens } = await seedDemo({ now: new Date() })
  for (const { email, apiToken } of apiTokens) {
    const { answer } = await exchange(apiToken)
    clients.push({ email, accessToken: String(answer['access_token']) })
  }
})

async function get<Shape extends z.ZodType>(accessToken: string, target: string, shape: Shape): Promise<z.output<Shape>> {
  const { status, answer } = await askAs(accessToken, 'GET', target)
  expect([target, status]).toEqual([target, 200])
  const read = shape.safeParse(answer)
  if (!read.success) throw new Error(`${target}: ${z.prettifyError(read.error)}`)
  return read.data
}

describe('a strictly typed client of the console replaced', () => {
  it('reads all that it reads about the one whose token it has', async () => {
    expect(clients).toHaveLength(2)
    for (const { email, accessToken } of clients) {
      const me = await get(accessToken, `${AM}/loggedin/user`, user)
      expect([me.email, me.acct, me.state]).toEqual([email, email, 'ACTIVE'])
      expect(await get(accessToken, `${AM}/loggedin/user/profile`, userProfile)).toEqual(me.userProfile)
      expect((await get(accessToken, `${AM}/userinfo`, userInfo)).sub).toBe(me.userId)
      const orgId = me.userProfile.defaultOrgId
      const place = `${AM}/loggedin/user/orgs/${orgId}`
      const held = await get(accessToken, `${place}/roles`, roles)
      const ofServices = await get(accessToken, `${place}/service-roles`, serviceRoles)
      const whole = await get(accessToken, `${place}/info`, info)
      expect(whole.userOrgInfo.map((each) => each.orgRoles)).toEqual([held])
      expect(whole.userOrgInfo.flatMap((each) => each.servicesDef.map((one) => one.serviceRoles))).toEqual(ofServices.serviceRoles.map((each) => each.serviceRoleNames))
      await get(accessToken, `${place}/groups`, groups)
    }
  })

  it('finds the organizations, by link, whole and by pages, and follows the links', async () => {
    for (const { accessToken } of clients) {
      const { refLinks } = await get(accessToken, `${AM}/loggedin/user/orgs`, z.strictObject({ refLinks: texts }))
      const { items } = await get(accessToken, `${AM}/loggedin/user/orgs?expand=1`, z.strictObject({ items: z.array(organization) }))
      const page = await get(accessToken, `${AM}/v2/loggedin/user/orgs?pageStart=1&pageLimit=15`, pageOf(organization))
      expect(page).toEqual({ results: items, totalResults: items.length, nextLink: '', prevLink: '', refLinks })
      for (const [at, link] of refLinks.entries()) expect(await get(accessToken, link, organization)).toEqual(items[at])
    }
  })

  it('reads the people of the organization page by page, and each by link', async () => {
    const { userProfile: { defaultOrgId: orgId } } = await get(clients[0]?.accessToken ?? '', `${AM}/loggedin/user`, user)
    const accessToken = await makeAccessToken(await makeMember(orgId, { roles: ['org_owner'] }), ['org_owner'])
    expect((await get(accessToken, `${AM}/orgs/${orgId}/roles`, orgRoles)).orgRolesData).toHaveLength(8)
    const people = pageOf(listedUser)
    const all = await get(accessToken, `${AM}/v2/orgs/${orgId}/users?pageStart=&pageLimit=`, people)
    const found: z.output<typeof listedUser>[] = []
    let link = `${AM}/v2/orgs/${orgId}/users?pageStart=1&pageLimit=2`
    while (link) {
      const page = await get(accessToken, link, people)
      found.push(...page.results)
      link = page.nextLink
    }
    expect(found).toEqual(all.results)
    expect(found).toHaveLength(all.totalResults)
    for (const [at, refLink] of all.refLinks.entries()) {
      const one = all.results[at]
      const place = refLink.replace(/\/info$/, '')
      expect((await get(accessToken, refLink, info)).user).toEqual(one?.user)
      expect(await get(accessToken, `${place}/roles`, roles)).toEqual(one?.organizationRoles)
      const { serviceRoles: ofServices } = await get(accessToken, `${place}/service-roles`, serviceRoles)
      expect(ofServices.map((each) => each.serviceRoles)).toEqual(one?.serviceRoles.map((each) => each.serviceRoles))
      await get(accessToken, `${place}/groups`, groups)
    }
  })
})
