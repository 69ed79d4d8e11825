import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { EXPORT_COLUMNS, type ExportColumn } from '../exported-token'
import { handleTokenExport } from './export-tokens'

await createTestDatabase()

const texts = { fileName: 'API tokens', headers: Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, column])) as Record<ExportColumn, string> }
/** More than three lots, and more than are gathered to be sorted. */
const MANY = 3_456
let owner: UserContext
const ask = (query: string, user = owner) => handleTokenExport(user, `http://localhost/export?${query}`, texts)
const askJson = async (query: string) => (await (await ask(query)).json()) as { id: string; name: string; created: string }[]

beforeAll(async () => {
  owner = { ...(await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })), orgName: 'Größe & Söhne' }
  await makeToken(owner, { name: 'off' }, { name: '=cmd', deactivatedAt: new Date(), deactivatedBy: owner.userId, deactivationReason: 'other' })
  await makeToken(owner, { name: 'gone' }, { revokedAt: new Date() })
  await makeToken(await makeMember(await makeOrganization()), { name: 'not yours' })
  await prisma().$executeRaw`
    INSERT INTO api_token (org_id, id, user_id, name, digest, digest_key_version, last_four, created_at, issued_at, org_roles, service_roles, idempotency_key)
    SELECT ${owner.orgId}::uuid, gen_random_uuid(), ${owner.userId}::uuid, 'many' || n % 7, sha256(n::text::bytea), 1, 'aaaa', now() - n % 50 * interval '1 day', now(), '{org_member}', '{}', gen_random_uuid()
      FROM generate_series(1, ${MANY}::int) n`
})

describe('exporting', () => {
  it('gives every token once, in the order of the list', async () => {
    const tokens = await askJson('format=json&sort=name&order=desc')
    expect(tokens).toHaveLength(MANY + 1)
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(MANY + 1)
    expect([tokens[0]?.name, tokens.at(-1)?.name]).toEqual(['many6', '=cmd'])
    const byAge = (await askJson('format=json')).map(({ created }) => created)
    expect(byAge).toEqual(byAge.toSorted().toReversed())
  })

  it('gives what the filter looks at, and nothing of another organization', async () => {
    expect((await askJson('format=json&status=deactivated')).map(({ name }) => name)).toEqual(['=cmd'])
    expect((await askJson('format=json&status=revoked')).map(({ name }) => name)).toEqual(['gone'])
    expect(await askJson('format=json&q=not+yours')).toEqual([])
  })

  it('gives the few that a search finds among many, in the order of the list', async () => {
    const found = await askJson('format=json&q=many3')
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: Math.ceil((MANY - 2) / 7) }, () => 'many3'))
    expect(found.map(({ created }) => created)).toEqual(found.map(({ created }) => created).toSorted().toReversed())
  })

  it('is a file that nobody keeps on the way', async () => {
    const { headers, status } = await ask('format=csv&status=deactivated')
    const date = new Date().toISOString().slice(0, 10)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="API tokens Gr__e & S_hne ${date}.csv"; filename*=UTF-8''API%20tokens%20Gr%C3%B6%C3%9Fe%20%26%20S%C3%B6hne%20${date}.csv`)
  })

  it('begins with the mark that spreadsheets need, and has no formula', async () => {
    const bytes = new Uint8Array(await (await ask('format=csv&status=deactivated')).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(",'=cmd,")
  })

  it('reads no more when the client has gone', async () => {
    const { body } = await ask('format=csv')
    const reader = body?.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
    expect(await reader?.read()).toEqual({ done: true, value: undefined })
  })

  it('asks for a format', async () => {
    expect((await ask('')).status).toBe(400)
    expect((await ask('format=xlsx')).status).toBe(400)
  })
})

describe('who may export', () => {
  it.each(['org_member', 'developer', 'access_log_auditor'] as const)('not who is %s', async (role) => {
    expect((await ask('format=csv', await makeMember(owner.orgId, { roles: [role] }))).status).toBe(404)
  })

  it('nobody where governance is not activated', async () => {
    expect((await ask('format=csv', { ...owner, igaActivated: false })).status).toBe(404)
  })

  it('an administrator', async () => {
    expect((await ask('format=csv', await makeMember(owner.orgId, { roles: ['org_admin'] }))).status).toBe(200)
  })
})
