import { beforeAll, describe, expect, it } from 'vitest'
import { makeEvent } from '@/server/testing/audit-events'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { prisma } from '../../platform/db'
import { requireAuditReader, type AuditReaderContext } from '../../platform/roles'
import { WHOLE_LOG, type EventFilter } from '../event-filter'
import type { LogPlace } from '../log-address'
import { findEvent } from './find-event'
import { findSubjectNames } from './find-subject-names'
import { findSubjects } from './find-subjects'
import { listAuditEvents } from './list-audit-events'

await createTestDatabase()

const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)
const NOBODYS = '01900000-0000-7000-8000-000000000003'

async function makeReader(): Promise<AuditReaderContext> {
  return requireAuditReader(await makeMember(await makeOrganization(), { roles: ['access_log_auditor', 'org_member'] }))
}

const list = (ctx: AuditReaderContext, filter: Partial<EventFilter> = {}, place: Partial<LogPlace> = {}) =>
  listAuditEvents(ctx, { filter: { ...WHOLE_LOG, ...filter }, size: 25, ...place })
const idsOf = async (...asked: Parameters<typeof list>) => (await list(...asked)).events.map(({ id }) => id)

describe('each filter of the log', () => {
  let ctx: AuditReaderContext
  let other: AuditReaderContext
  let tokenId: string
  let made: string, login: string, refused: string, old: string, foreign: string

  beforeAll(async () => {
    ctx = await makeReader()
    other = await makeReader()
    const colleague = await makeMember(ctx.orgId)
    tokenId = await makeToken(colleague, { name: 'nightly' })
    made = (await prisma().auditEvent.findFirstOrThrow({ where: { orgId: ctx.orgId, tokenId }, select: { id: true } })).id
    login = await makeEvent(ctx, { at: ago(1) })
    refused = await makeEvent(colleague, { at: ago(30), type: 'csp__refresh_token_exchange_failed', tokenId, result: 'failure', cause: 'token_expired' })
    old = await makeEvent(ctx, { at: ago(24 * 20), type: 'csp__of_another_version', actorUserId: null, details: { nested: { list: [1] } } })
    foreign = await makeEvent(other, { tokenId, actorUserId: colleague.userId })
  })

  it('leaves nothing out where there is none, newest first', async () => {
    const page = await list(ctx)
    expect(page.events.map(({ id }) => id)).toEqual([made, login, refused, old])
    expect(page).toMatchObject({ from: 1, total: { count: 4, precision: 'exact' }, next: null, previous: null })
  })

  it('finds by type, known or not', async () => {
    expect(await idsOf(ctx, { type: 'csp__user_login' })).toEqual([login])
    expect(await idsOf(ctx, { type: 'csp__of_another_version' })).toEqual([old])
    expect(await idsOf(ctx, { type: 'csp__user_logout' })).toEqual([])
  })

  it('finds by person, token and result', async () => {
    expect(await idsOf(ctx, { actor: ctx.userId })).toEqual([login])
    expect(await idsOf(ctx, { actor: NOBODYS })).toEqual([])
    expect(await idsOf(ctx, { token: tokenId })).toEqual([made, refused])
    expect(await idsOf(ctx, { result: 'failure' })).toEqual([refused])
    expect(await idsOf(ctx, { result: 'success' })).toEqual([made, login, old])
    expect(await idsOf(ctx, { result: 'success', token: tokenId })).toEqual([made])
  })

  it('finds by time', async () => {
    expect(await idsOf(ctx, { period: '24h' })).toEqual([made, login])
    expect(await idsOf(ctx, { period: '7d' })).toEqual([made, login, refused])
    expect(await idsOf(ctx, { period: '30d' })).toEqual([made, login, refused, old])
  })

  it('finds by days of the reader’s calendar', async () => {
    const reader = await makeReader()
    const edge = await makeEvent(reader, { at: new Date('2026-03-28T22:59:59.999Z') })
    const inside = await makeEvent(reader, { at: new Date('2026-03-28T23:00:00Z') })
    const day = { from: '2026-03-29', to: '2026-03-29' }
    expect(await idsOf({ ...reader, timeZone: 'Europe/Rome' }, day)).toEqual([inside])
    expect(await idsOf({ ...reader, timeZone: 'UTC' }, day)).toEqual([])
    expect(await idsOf({ ...reader, timeZone: 'UTC' }, { to: '2026-03-28' })).toEqual([inside, edge])
  })

  it('never shows what is another organization’s', async () => {
    expect(await idsOf(other, { token: tokenId })).toEqual([foreign])
    expect((await list(other)).events[0]?.token).toBeNull()
    expect(await findEvent(ctx, foreign)).toBeNull()
    expect(await findEvent(ctx, 'x')).toBeNull()
    expect(await findSubjects(other, 'nightly')).toEqual({ people: [], tokens: [] })
    expect(await findSubjectNames(other, { ...WHOLE_LOG, actor: ctx.userId, token: tokenId })).toEqual({ actor: null, token: null })
  })

  it('finds one event with all that was recorded', async () => {
    expect(await findEvent(ctx, old)).toMatchObject({ id: old, type: 'csp__of_another_version', actor: null, token: null, details: { nested: { list: [1] } } })
  })

  it('finds whose and which token’s events may be meant', async () => {
    const { people, tokens } = await findSubjects(ctx, 'NIGHT')
    expect([people, tokens.map(({ id, name }) => ({ id, name }))]).toEqual([[], [{ id: tokenId, name: 'nightly' }]])
    expect((await findSubjects(ctx, ctx.email)).people.map(({ id }) => id)).toEqual([ctx.userId])
    expect(await findSubjects(ctx, '%')).toEqual({ people: [], tokens: [] })
    expect(await findSubjectNames(ctx, { ...WHOLE_LOG, actor: ctx.userId, token: tokenId })).toMatchObject({ actor: 'Test Person', token: { name: 'nightly' } })
  })

  it('finds a token by part of its name also when it was revoked, and none by its user’s name', async () => {
    const gone = await makeToken(ctx, { name: 'old-deploy' }, { revokedAt: new Date() })
    for (const text of ['old deploy', 'eplo', 'de']) expect((await findSubjects(ctx, text)).tokens.map(({ id }) => id)).toEqual([gone])
    expect((await findSubjects(ctx, 'Test Pers')).tokens).toEqual([])
  })
})

describe('whoever did it', () => {
  it('keeps a name after leaving', async () => {
    const reader = await makeReader()
    const left = await makeMember(reader.orgId, { roles: ['org_owner'] })
    await makeEvent(left)
    const standing = async () => (await list(reader)).events[0]?.actor
    expect(await standing()).toEqual({ id: left.userId, name: 'Test Person', email: left.email, standing: 'org_owner' })
    await prisma().membership.update({ where: { orgId_userId: { orgId: reader.orgId, userId: left.userId } }, data: { status: 'removed' } })
    expect(await standing()).toMatchObject({ name: 'Test Person', standing: 'removed' })
  })
})

describe('paging', () => {
  let ctx: AuditReaderContext
  const ROWS = 83

  beforeAll(async () => {
    ctx = await makeReader()
    // Three instants for all of them: most are told apart by their ids alone.
    for (let at = 0; at < ROWS; at += 1) await makeEvent(ctx, { at: new Date(Date.UTC(2026, 1, 1 + (at % 3))), result: at % 2 ? 'success' : 'failure', cause: at % 2 ? null : 'x' })
  })

  it('shows every event once, forwards and back again', async () => {
    const all = (await list(ctx, {}, { size: 100 })).events.map(({ id }) => id)
    expect(new Set(all).size).toBe(ROWS)
    const forwards: string[] = []
    let page = await list(ctx)
    forwards.push(...page.events.map(({ id }) => id))
    while (page.next) {
      expect(page.total).toEqual({ count: ROWS, precision: 'exact' })
      const { from } = page
      page = await list(ctx, {}, { after: page.next })
      expect(page.from).toBe(from + 25)
      forwards.push(...page.events.map(({ id }) => id))
    }
    expect(forwards).toEqual(all)
    expect(page.from).toBe(76)
    while (page.previous) {
      const before = page.from
      page = await list(ctx, {}, { before: page.previous })
      expect(page.events.map(({ id }) => id)).toEqual(all.slice(before - 26, before - 1))
    }
    expect(page.from).toBe(1)
  })

  it('goes to the first page from a cursor that is damaged, and from behind the end', async () => {
    expect((await list(ctx, {}, { after: 'x' })).from).toBe(1)
    const beyond = Buffer.from(JSON.stringify([0, NOBODYS, 83])).toString('base64url')
    expect((await list(ctx, {}, { after: beyond })).from).toBe(1)
  })

  it('keeps to the filter', async () => {
    const first = await list(ctx, { result: 'failure' })
    const second = await list(ctx, { result: 'failure' }, { after: first.next ?? '' })
    expect([first.events.length, second.events.length, second.next]).toEqual([25, 17, null])
    expect([...first.events, ...second.events].every(({ result }) => result === 'failure')).toBe(true)
  })

  it('counts no further than 10,000', async () => {
    const many = await makeReader()
    await prisma().$executeRaw`
      INSERT INTO audit_event (org_id, id, at, type, result) SELECT ${many.orgId}::uuid, gen_random_uuid(), now(), 'csp__user_login', 'success' FROM generate_series(1, 10001)`
    expect((await list(many)).total).toEqual({ count: 10_000, precision: 'at_least' })
  })
})
