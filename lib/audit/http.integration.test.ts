import { beforeAll, describe, expect, it } from 'vitest'
import { makeEvent } from '@/server/testing/audit-events'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { OrgRole } from '../identity/permissions'
import type { UserContext } from '../platform/context'
import { prisma } from '../platform/db'
import { EVENT_COLUMNS, type EventColumn } from './exported-event'
import { handleEventExport } from './http'

await createTestDatabase()

const texts = { fileName: 'Audit events', headers: Object.fromEntries(EVENT_COLUMNS.map((column) => [column, column])) as Record<EventColumn, string> }
/** More than two lots. */
const MANY = 2_345
let owner: UserContext
const ask = (query: string, user = owner) => handleEventExport(user, `http://localhost/export?${query}`, texts)
type Exported = { id: string; time: string; type: string; result: string; actor: string; userAgent: string | null; details: unknown }

async function askLines(query: string, user = owner): Promise<Exported[]> {
  const text = await (await ask(`format=jsonl${query}`, user)).text()
  expect(text.endsWith('\n')).toBe(true)
  return text.slice(0, -1).split('\n').map((line) => JSON.parse(line) as Exported)
}

beforeAll(async () => {
  owner = { ...(await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })), orgName: 'Größe & Söhne' }
  await makeEvent(owner, { type: 'csp__edit_api_token', userAgent: '=cmd|1', cause: null, details: { formerName: 'línea,\n"日本"', unknown: [1] } })
  await makeEvent(await makeMember(await makeOrganization()), { type: 'csp__edit_api_token' })
  await prisma().$executeRaw`
    INSERT INTO audit_event (org_id, id, at, type, actor_user_id, result)
    SELECT ${owner.orgId}::uuid, gen_random_uuid(), now() - n % 3 * interval '1 day', 'csp__user_login', ${owner.userId}::uuid, 'success' FROM generate_series(1, ${MANY}::int) n`
})

describe('exporting the log', () => {
  it('gives every event once, newest first', async () => {
    const events = await askLines('')
    expect(events).toHaveLength(MANY + 1)
    expect(new Set(events.map(({ id }) => id)).size).toBe(MANY + 1)
    const times = events.map(({ time }) => time)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(events.at(-1)).toMatchObject({ event: 'UserLogin', type: 'csp__user_login', actor: 'Test Person', actorId: owner.userId })
  })

  it('gives what the filter looks at, wherever in the log the reader is, and nothing of another organization', async () => {
    const events = await askLines('&type=csp__edit_api_token&size=25&after=x')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ userAgent: '=cmd|1', details: { formerName: 'línea,\n"日本"', unknown: [1] } })
  })

  it('is nothing but its head where nothing matches', async () => {
    expect(await (await ask('format=jsonl&type=csp__user_logout')).text()).toBe('')
    expect(await (await ask('format=csv&type=csp__user_logout')).text()).toBe(`${EVENT_COLUMNS.join(',')}\r\n`)
  })

  it('begins with the mark that spreadsheets need, and has no formula', async () => {
    const bytes = new Uint8Array(await (await ask('format=csv&type=csp__edit_api_token')).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(",'=cmd|1,")
    expect(lines[1]).toContain(String.raw`""formerName"": ""línea,\n\""日本\""""`.replace(': ', ':'))
  })

  it('is a file that nobody keeps on the way', async () => {
    const { headers, status } = await ask('format=jsonl&type=csp__edit_api_token')
    const date = new Date().toISOString().slice(0, 10)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="Audit events Gr__e & S_hne ${date}.jsonl"; filename*=UTF-8''Audit%20events%20Gr%C3%B6%C3%9Fe%20%26%20S%C3%B6hne%20${date}.jsonl`)
  })

  it('reads no more when the client has gone', async () => {
    const reader = (await ask('format=csv')).body?.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
    expect(await reader?.read()).toEqual({ done: true, value: undefined })
  })
})

describe('asking for an export', () => {
  it.each<[OrgRole[]]>([[['org_member', 'developer']], [['org_admin', 'org_member']]])('finds nothing with the roles %j', async (roles) => {
    const answer = await ask('format=csv', await makeMember(owner.orgId, { roles }))
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not_found' }])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('is an auditor’s right, too, though governance is not activated', async () => {
    const auditor = { ...(await makeMember(owner.orgId, { roles: ['org_member', 'access_log_auditor'] })), igaActivated: false }
    expect(await askLines('&type=csp__edit_api_token', auditor)).toHaveLength(1)
  })

  it.each(['', 'format=json', 'format=xlsx'])('needs a format that there is: %s', async (query) => {
    expect((await ask(query)).status).toBe(400)
  })
})
