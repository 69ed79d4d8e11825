import { beforeAll, describe, expect, it } from 'vitest'
import { askAs } from '@/server/testing/ask-interface'
import { makeAccessToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()

const AM = '/csp/gateway/am/api'
const PEOPLE = 10_000
let orgId: string
let accessToken: string

beforeAll(async () => {
  await ensureSigningKey()
  orgId = await makeOrganization()
  accessToken = await makeAccessToken(await makeMember(orgId, { roles: ['org_owner'] }), ['org_owner'])
  await pool().query(
    `WITH made AS (
       INSERT INTO user_account (id, email, first_name, last_name, created_at)
       SELECT gen_random_uuid(), 'person' || n || '@example.test', 'Person', n::text, now() FROM generate_series(2, $1) n RETURNING id)
     INSERT INTO membership (org_id, user_id, roles, service_roles, created_at, updated_at) SELECT $2, id, ARRAY['org_member'], ARRAY[]::text[], now(), now() FROM made`,
    [PEOPLE, orgId],
  )
})

type Page = { results: { user: { userId: string } }[]; totalResults: number; nextLink: string; prevLink: string; refLinks: string[] }

async function read(target: string): Promise<Page> {
  const { status, answer } = await askAs(accessToken, 'GET', target)
  expect(status).toBe(200)
  return answer as unknown as Page
}

describe('an organization of ten thousand', () => {
  it('is read by its links, forwards and back, everybody once', async () => {
    const seen: string[] = []
    let page = await read(`${AM}/v2/orgs/${orgId}/users?pageLimit=999`)
    const idsOf = ({ results }: Page) => results.map(({ user }) => user.userId)
    const first = idsOf(page)
    seen.push(...first)
    while (page.nextLink) {
      page = await read(page.nextLink)
      seen.push(...idsOf(page))
    }
    expect([new Set(seen).size, seen.length, page.totalResults]).toEqual([PEOPLE, PEOPLE, PEOPLE])
    while (page.prevLink) page = await read(page.prevLink)
    expect(idsOf(page)).toEqual(first)
  })

  it.each([
    ['', 200],
    ['?pageStart=&pageLimit=', 200],
    ['?pageLimit=100000000', 1_000],
    ['?pageStart=9999&pageLimit=15', 2],
    ['?pageStart=10001', 0],
    ['?pageStart=999999999', 0],
    ['?pageStart=0&pageLimit=1', 1],
  ])('answers %s with %i people', async (query, rows) => {
    const page = await read(`${AM}/v2/orgs/${orgId}/users${query}`)
    expect([page.results.length, page.refLinks.length, page.totalResults]).toEqual([rows, rows, PEOPLE])
  })
})

describe('a page that nobody can mean', () => {
  const QUERIES = ['pageLimit=0', 'pageLimit=-1', 'pageLimit=1e9', 'pageLimit=abc', 'pageLimit=1.5', 'pageStart=-1', 'pageStart=NaN', `pageStart=${'9'.repeat(30)}`, 'pageLimit=5&pageLimit=6', 'pageStart=%00']
  it.each(QUERIES)('%s is a mistake of the client', async (query) => {
    for (const list of [`${AM}/v2/orgs/${orgId}/users`, `${AM}/v2/loggedin/user/orgs`]) {
      expect(await askAs(accessToken, 'GET', `${list}?${query}`)).toMatchObject({ status: 400, answer: { errorCode: 'invalid_request', statusCode: 400 } })
    }
  })
})
