import { beforeAll, describe, expect, it } from 'vitest'
import { askAs } from '@/server/testing/ask-interface'
import { makeAccessToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

/** What public clients of the console replaced read about people, at the addresses that they know, which are older in part. */
await createTestDatabase()
const AM = '/csp/gateway/am/api'

async function makeWorld() {
  const orgId = await makeOrganization()
  const [owner, member, stranger] = [await makeMember(orgId, { roles: ['org_owner', 'org_member'] }), await makeMember(orgId), await makeMember(await makeOrganization())]
  await pool().query(`UPDATE user_account SET first_name = 'Nora_', last_name = 'O''Neil' WHERE id = $1`, [member.userId])
  return { orgId, owner, member, stranger, accessToken: await makeAccessToken(owner, ['org_owner', 'org_member']) }
}
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  await ensureSigningKey()
  world = await makeWorld()
})

const get = async (target: string, accessToken = world.accessToken) => {
  const { status, answer } = await askAs(accessToken, 'GET', AM + target, { headers: { 'content-type': 'application/json' } })
  return { status, answer: answer as unknown }
}
type Users = { results: { user: { userId: string } }[] }
const idsOf = ({ answer }: { answer: unknown }) => (answer as Users).results.map(({ user }) => user.userId).toSorted()

it('the default organization, from whose link clients take the id', async () => {
  // @see https://developer.broadcom.com/xapis/vm-apps-org-identity/latest/csp/gateway/am/api/loggedin/user/orgs/orgId/roles/get/ (Get User Default Org)
  expect(await get('/loggedin/user/default-org')).toEqual({ status: 200, answer: { refLink: `${AM}/orgs/${world.orgId}` } })
})

describe('a user named by account, as by id', () => {
  // @see https://github.com/arabassa/VMC-Go-Client (acct) and https://developer.vmware.com/apis/csp/csp-iam/latest/csp/gateway/am/api/v2/users/userId/orgs/orgId/info/get/
  it.each(['info', 'roles', 'service-roles', 'groups'])('%s', async (part) => {
    const { orgId, member } = world
    const byId = await get(`/v2/users/${member.userId}/orgs/${orgId}/${part}`)
    expect(byId.status).toBe(200)
    for (const version of ['', '/v2']) {
      for (const name of [member.email, encodeURIComponent(member.email), member.email.toUpperCase(), member.userId]) {
        expect(await get(`${version}/users/${name}/orgs/${orgId}/${part}`)).toEqual(byId)
      }
    }
  })

  it('is nobody where the account is of another organization, unknown, or no account', async () => {
    for (const name of [world.stranger.email, 'nobody@example.test', 'nobody', '%00', 'x'.repeat(2_000)]) {
      expect((await get(`/users/${name}/orgs/${world.orgId}/info`)).status).toBe(404)
    }
  })
})

describe('the users of the organization', () => {
  it('at the older address, page by page, as at the other', async () => {
    // @see https://developer.broadcom.com/xapis/vrealize-automation-identity-api/latest//csp/gateway/am/api/orgs/orgId/users/get
    const { orgId, owner, member } = world
    const page = await get(`/orgs/${orgId}/users?expand=1&pageStart=1&pageLimit=1`)
    expect(page).toMatchObject({ status: 200, answer: { totalResults: 2, prevLink: '', nextLink: `${AM}/orgs/${orgId}/users?pageStart=2&pageLimit=1` } })
    expect(idsOf(await get(`/orgs/${orgId}/users`))).toEqual([owner.userId, member.userId].toSorted())
  })

  it('with the parameters that clients of the other address send', async () => {
    // @see https://github.com/saltstack/salt-ext-modules-vmware (vmc_org_users)
    const answer = await get(`/v2/orgs/${world.orgId}/users?expandProfile=True&includeGroupIdsInRoles=True&pageStart=1&pageLimit=20`)
    expect(idsOf(answer)).toHaveLength(2)
  })

  it('found by what they are called', async () => {
    // @see https://github.com/vmware/python-client-for-vmware-cloud-on-aws (userSearchTerm=%40)
    const { orgId, owner, member } = world
    const search = (term: string) => get(`/orgs/${orgId}/users/search?userSearchTerm=${encodeURIComponent(term)}`)
    expect(idsOf(await search('@'))).toEqual([owner.userId, member.userId].toSorted())
    for (const term of ['nora_', "O'NEIL", "nora_ o'n", member.email.slice(3, 30)]) expect(idsOf(await search(term))).toEqual([member.userId])
    for (const term of ['%', 'a_b', 'nobody']) expect(await search(term)).toEqual({ status: 200, answer: { results: [] } })
    const { results } = (await get(`/v2/orgs/${orgId}/users`)).answer as Users
    expect((await search('nora')).answer).toEqual({ results: results.filter(({ user }) => user.userId === member.userId) })
  })

  it('found twenty at most, and by something', async () => {
    const { orgId } = world
    await Promise.all(Array.from({ length: 25 }, () => makeMember(orgId)))
    expect(idsOf(await get(`/orgs/${orgId}/users/search?userSearchTerm=example.test`))).toHaveLength(20)
    for (const term of ['', '%20', '%00', 'x%00', '%00x', 'x%01y', 'x'.repeat(121)]) expect((await get(`/orgs/${orgId}/users/search?userSearchTerm=${term}`)).status).toBe(400)
    expect((await get(`/orgs/${orgId}/users/search`)).status).toBe(400)
  })

  it('are not told to a member', async () => {
    const accessToken = await makeAccessToken(world.member)
    for (const target of [`/orgs/${world.orgId}/users`, `/orgs/${world.orgId}/users/search?userSearchTerm=%40`, `/users/${world.owner.email}/orgs/${world.orgId}/info`]) {
      expect((await get(target, accessToken)).status).toBe(404)
    }
  })
})
