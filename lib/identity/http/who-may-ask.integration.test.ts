import { beforeAll, describe, expect, it } from 'vitest'
import { askAs, askInterface } from '@/server/testing/ask-interface'
import { makeAccessToken, setMembership } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import type { UserContext } from '../../platform/context'
import type { OrgRole } from '../permissions'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const AM = '/csp/gateway/am/api'
const PARTS = ['info', 'roles', 'service-roles', 'groups']

const ownPlaces = (orgId: string) => PARTS.map((part) => `${AM}/loggedin/user/orgs/${orgId}/${part}`)
const governed = (orgId: string, userId: string) => [...PARTS.map((part) => `${AM}/v2/users/${userId}/orgs/${orgId}/${part}`), `${AM}/v2/orgs/${orgId}/users`]
const forEverybody = (orgId: string) => [
  ...['loggedin/user', 'loggedin/user/profile', 'loggedin/user/orgs', 'loggedin/user/orgs?expand=1', 'v2/loggedin/user/orgs', 'userinfo'].map((part) => `${AM}/${part}`),
  ...ownPlaces(orgId),
  `${AM}/orgs/${orgId}`,
  `${AM}/orgs/${orgId}/roles`,
]

/** The statuses of asking all of `places`, each once. */
async function statuses(accessToken: string, places: string[]): Promise<number[]> {
  const found = await Promise.all(places.map(async (place) => (await askAs(accessToken, 'GET', place)).status))
  return [...new Set(found)]
}
const tokenOf = async (ctx: UserContext, roles: OrgRole[]) => makeAccessToken(ctx, roles)

describe('who may read about people', () => {
  it.each<[OrgRole, number]>([
    ['org_owner', 200],
    ['org_admin', 200],
    ['org_member', 404],
    ['developer', 404],
    ['access_log_auditor', 404],
  ])('%s asks about others: %i, about themselves: 200', async (role, status) => {
    const ctx = await makeMember(await makeOrganization(), { roles: [role] })
    const accessToken = await tokenOf(ctx, [role])
    expect(await statuses(accessToken, governed(ctx.orgId, ctx.userId))).toEqual([status])
    expect(await statuses(accessToken, forEverybody(ctx.orgId))).toEqual([200])
  })

  it('needs no governance activated', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const accessToken = await tokenOf(ctx, ['org_owner'])
    await pool().query('UPDATE organization SET iga_activated_at = NULL WHERE id = $1', [ctx.orgId])
    expect(await statuses(accessToken, governed(ctx.orgId, ctx.userId))).toEqual([200])
  })

  it('is no owner by an access token without that role, and told of no role beyond it', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
    const accessToken = await tokenOf(ctx, ['org_member'])
    expect(await statuses(accessToken, governed(ctx.orgId, ctx.userId))).toEqual([404])
    const { answer } = await askAs(accessToken, 'GET', `${AM}/loggedin/user/orgs/${ctx.orgId}/roles`)
    expect(answer).toMatchObject([{ name: 'org_member' }])
    expect(answer).toHaveLength(1)
  })

  it('is an owner no more the moment the role is taken away', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
    const accessToken = await tokenOf(ctx, ['org_owner', 'org_member'])
    await setMembership(ctx, `roles = ARRAY['org_member']`)
    expect(await statuses(accessToken, governed(ctx.orgId, ctx.userId))).toEqual([404])
    expect(await statuses(accessToken, forEverybody(ctx.orgId))).toEqual([200])
  })

  it.each([
    ['suspended in the organization', `UPDATE membership SET status = 'suspended' WHERE user_id = $1`],
    ['removed from it', `UPDATE membership SET status = 'removed' WHERE user_id = $1`],
    ['suspended altogether', `UPDATE user_account SET state = 'suspended' WHERE id = $1`],
    ['whose API token was revoked', `UPDATE api_token SET revoked_at = now() WHERE user_id = $1`],
  ])('is nobody once %s', async (_what, sql) => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const accessToken = await tokenOf(ctx, ['org_owner'])
    await pool().query(sql, [ctx.userId])
    expect(await statuses(accessToken, [...forEverybody(ctx.orgId), ...governed(ctx.orgId, ctx.userId)])).toEqual([401])
  })

  it('is nobody without an access token', async () => {
    const { orgId, userId } = await makeMember(await makeOrganization())
    const found = await Promise.all([...forEverybody(orgId), ...governed(orgId, userId)].map(async (place) => askInterface('GET', place)))
    for (const { status, answer } of found) expect([status, answer['errorCode']]).toEqual([401, 'unauthorized'])
  })
})

describe('another organization', () => {
  it('is nothing to an owner elsewhere, whether it exists or not', async () => {
    const owner = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const stranger = await makeMember(await makeOrganization())
    const accessToken = await tokenOf(owner, ['org_owner'])
    const asked = (orgId: string) => [...ownPlaces(orgId), ...governed(orgId, stranger.userId), `${AM}/orgs/${orgId}`, `${AM}/orgs/${orgId}/roles`]
    for (const orgId of [stranger.orgId, crypto.randomUUID(), 'x', `${owner.orgId}'`]) expect(await statuses(accessToken, asked(orgId))).toEqual([404])
    const answerOf = async (orgId: string) => {
      const { answer } = await askAs(accessToken, 'GET', `${AM}/orgs/${orgId}`)
      return { ...answer, requestId: '' }
    }
    expect(await answerOf(stranger.orgId)).toEqual(await answerOf(crypto.randomUUID()))
  })

  it('of the same person is known by name, and what they are there is not told', async () => {
    const [here, there] = [await makeOrganization('Here'), await makeOrganization('There')]
    const ctx = await makeMember(here, { roles: ['org_owner'] })
    await makeMember(there, { userId: ctx.userId, roles: ['org_owner'] })
    const accessToken = await tokenOf(ctx, ['org_owner'])
    expect(await askAs(accessToken, 'GET', `${AM}/orgs/${there}`)).toMatchObject({ status: 200, answer: { displayName: 'There' } })
    expect(await statuses(accessToken, [...ownPlaces(there), ...governed(there, ctx.userId), `${AM}/orgs/${there}/roles`])).toEqual([404])
    await pool().query(`UPDATE membership SET status = 'suspended' WHERE org_id = $1`, [there])
    expect(await statuses(accessToken, [`${AM}/orgs/${there}`])).toEqual([404])
    expect((await askAs(accessToken, 'GET', `${AM}/loggedin/user/orgs`)).answer).toEqual({ refLinks: [`${AM}/orgs/${here}`] })
  })

  it('has users that an owner here is not told of', async () => {
    const owner = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const stranger = await makeMember(await makeOrganization())
    const accessToken = await tokenOf(owner, ['org_owner'])
    expect(await statuses(accessToken, PARTS.map((part) => `${AM}/v2/users/${stranger.userId}/orgs/${owner.orgId}/${part}`))).toEqual([404])
  })
})

it('lists who is suspended as such, and not who was removed', async () => {
  const owner = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
  const [suspended, removed] = [await makeMember(owner.orgId), await makeMember(owner.orgId)]
  await setMembership(suspended, `status = 'suspended'`)
  await setMembership(removed, `status = 'removed'`)
  const accessToken = await tokenOf(owner, ['org_owner'])
  const { answer } = await askAs(accessToken, 'GET', `${AM}/v2/orgs/${owner.orgId}/users`)
  const states = (answer['results'] as { user: { userId: string; state: string } }[]).map(({ user }) => [user.userId, user.state])
  expect(Object.fromEntries(states)).toEqual({ [owner.userId]: 'ACTIVE', [suspended.userId]: 'SUSPENDED' })
  expect(answer['totalResults']).toBe(2)
  expect(await statuses(accessToken, [`${AM}/v2/users/${removed.userId}/orgs/${owner.orgId}/info`])).toEqual([404])
})
