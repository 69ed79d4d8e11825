import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askInterface } from '@/server/testing/ask-interface'
import { DEACTIVATE, exchange, exchangeFrom, makeToken, setToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization, makePeer } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { findInterfaceHandler } from '../../interface/http/serve'
import { pool } from '../../platform/db'
import { env } from '../../platform/env'
import { newId } from '../../platform/ids'
import { countRequest } from '../../platform/metrics'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

type Asked = { token?: string; local?: boolean }

async function ask({ token, local = false }: Asked): Promise<Response> {
  const handle = findInterfaceHandler('GET', '/metrics')
  if (!handle) throw new Error('Nothing is measured')
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return handle(new Request('http://127.0.0.1/metrics', { headers }), { ...makePeer('127.0.0.1'), local })
}
const scrape = async () => (await ask({ token: env().metricsToken })).text()

/** The value of a series, which is 0 until it is first counted. */
async function valueOf(series: string): Promise<number> {
  const line = (await scrape()).split('\n').find((each) => each.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1) ?? 0)
}

describe('metrics are for', () => {
  it('whoever has the token', async () => {
    const answer = await ask({ token: env().metricsToken })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store'])
  })

  it('this machine itself', async () => {
    expect((await ask({ local: true })).status).toBe(200)
  })

  it.each<[string, Asked]>([
    ['a loopback address alone, which a proxy here has as well', {}],
    ['another secret', { token: 'x'.repeat(43) }],
    ['an empty one', { token: '' }],
  ])('not %s', async (_what, asked) => {
    const answer = await ask(asked)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await answer.json()).toMatchObject({ errorCode: 'unauthorized', statusCode: 401 })
  })

  it('not the secret of the scheduler, nor a session, nor an access token', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: ['org_owner'] })
    const { answer } = await exchange((await makeToken(ctx, ['org_owner'])).apiToken)
    for (const token of [env().cronSecret, String(answer['access_token'])]) expect((await ask({ token })).status).toBe(401)
    expect((await askInterface('GET', '/metrics', { headers: { cookie: '__Host-tw-session=x' } })).status).toBe(401)
  })
})

describe('an exchange is counted', () => {
  it('by result and cause, and its time by result', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    const granted = 'tokenward_exchanges_total{result="granted",cause="none"}'
    const deactivated = 'tokenward_exchanges_total{result="refused",cause="token_deactivated"}'
    const timed = 'tokenward_exchange_seconds_count{result="refused"}'
    const before = [await valueOf(granted), await valueOf(deactivated), await valueOf(timed)]
    await exchange(apiToken)
    await exchange(apiToken)
    await setToken(ctx, tokenId, DEACTIVATE)
    await exchange(apiToken)
    expect([await valueOf(granted), await valueOf(deactivated), await valueOf(timed)]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1, (before[2] ?? 0) + 1])
  })

  it('as limited once there were too many failures, the limit as well', async () => {
    for (let n = 0; n < 25; n += 1) await exchangeFrom('198.51.100.9', `tw_${'0'.repeat(22)}_${'x'.repeat(49)}`)
    expect(await valueOf('tokenward_exchanges_total{result="limited",cause="too_many_failures"}')).toBeGreaterThan(0)
  })

  it('never under the name of anybody', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx)
    await exchange(apiToken)
    const text = await scrape()
    for (const secret of [apiToken, apiToken.slice(-20), tokenId, ctx.userId, ctx.orgId, ctx.email]) expect(text).not.toContain(secret)
    const labels = [...text.matchAll(/^tokenward_\w+\{(.*)\} /gm)].map(([, found = '']) => found)
    expect(labels.length).toBeLessThan(200)
  })
})

describe('the installation is measured', () => {
  it('in mails that have not left, those given up aside', async () => {
    const { orgId, userId } = await makeMember(await makeOrganization())
    const put = (more: string) =>
      pool().query(
        `INSERT INTO outbox_mail (org_id, id, cause, template, recipient_id, data, created_at, dropped_at) VALUES ($1, $2::uuid, $2::uuid::text, 'token_generated', $3, '{}', now() - interval '1 hour', ${more})`,
        [orgId, newId(), userId],
      )
    const before = await valueOf('tokenward_outbox_unsent')
    await put('NULL')
    await put('now()')
    expect(await valueOf('tokenward_outbox_unsent')).toBe(before + 1)
    expect(await valueOf('tokenward_outbox_oldest_seconds')).toBeGreaterThanOrEqual(3_600)
  })

  it('in jobs that could be begun, those put off aside', async () => {
    const put = (startAfter: string) => pool().query(`INSERT INTO pgboss.job (name, data, start_after, created_on) VALUES ('change-tokens', '{}', ${startAfter}, now() - interval '1 hour')`)
    await put(`now() - interval '10 minutes'`)
    await put(`now() + interval '10 minutes'`)
    expect(await valueOf('tokenward_queue_due{queue="change-tokens"}')).toBe(1)
    expect(await valueOf('tokenward_queue_due{queue="validate-tokens"}')).toBe(0)
    expect(Math.floor((await valueOf('tokenward_queue_oldest_seconds{queue="change-tokens"}')) / 60)).toBe(10)
  })

  it('in the age of the latest validation, and in who waits for theirs', async () => {
    expect(await scrape()).not.toContain('tokenward_validation_age_seconds ')
    await pool().query(`UPDATE organization SET iga_activated_at = now() - interval '1 hour'`)
    const [fresh, late, never] = [await makeOrganization(), await makeOrganization(), await makeOrganization()]
    await pool().query(`UPDATE organization SET iga_activated_at = now() - interval '9 days' WHERE id = ANY($1)`, [[fresh, late, never]])
    const ran = (orgId: string, outcome: string, hours: number) =>
      pool().query(
        `INSERT INTO validation_run (org_id, id, trigger, started_at, ended_at, outcome) VALUES ($1, $2, 'schedule', now() - interval '1 hour' * $3, now() - interval '1 hour' * $3, $4)`,
        [orgId, newId(), hours, outcome],
      )
    await ran(fresh, 'completed', 2)
    await ran(late, 'completed', 30)
    await ran(late, 'failed', 1)
    expect(await valueOf('tokenward_validation_overdue_organizations')).toBe(2)
    expect(Math.floor((await valueOf('tokenward_validation_age_seconds')) / 60)).toBe(120)
  })
})

describe('the dashboard for Grafana', () => {
  const dashboard = readFileSync('docs/grafana-dashboard.json', 'utf8')
  const namesIn = (document: string) => new Set(document.match(/\b(tokenward|process|nodejs)_[a-z0-9_]+/g))

  it('shows all that there is, and it and the alerts nothing that there is not', async () => {
    await exchange('x')
    countRequest('exchange', 200)
    await pool().query(`INSERT INTO validation_run (org_id, id, trigger, started_at, ended_at, outcome) VALUES ($1, $2, 'schedule', now(), now(), 'completed')`, [await makeOrganization(), newId()])
    const text = await scrape()
    // Of what never happened there is no series yet: it is described all the same.
    const described = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name))
    const told = new Set([...text.matchAll(/^([a-z0-9_]+)(?:\{| )/gm)].map(([, name = '']) => name))
    const named = [...namesIn(dashboard), ...namesIn(readFileSync('docs/operations.md', 'utf8'))]
    expect(named.filter((name) => !told.has(name) && !described.has(name))).toEqual([])
    expect([...described].filter((name) => name.startsWith('tokenward_') && !dashboard.includes(name))).toEqual([])
  })

  it('is one that Grafana takes: each panel once, nowhere on top of another, of the data source that is chosen', () => {
    const place = z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().min(1), h: z.int().min(1) })
    const source = z.object({ type: z.literal('prometheus'), uid: z.literal('${datasource}') })
    const shown = z.object({ type: z.enum(['stat', 'timeseries']), datasource: source, targets: z.array(z.object({ refId: z.string(), datasource: source, expr: z.string().min(1) })).min(1) })
    const panel = z.intersection(z.object({ id: z.int(), title: z.string().min(1), gridPos: place }), z.union([shown, z.object({ type: z.literal('row') })]))
    const variables = z.object({ list: z.tuple([z.object({ name: z.literal('datasource'), type: z.literal('datasource'), query: z.literal('prometheus') }), z.object({ name: z.literal('instance'), type: z.literal('query') })]) })
    const { panels } = z.object({ title: z.string(), uid: z.string().max(40), schemaVersion: z.int(), templating: variables, panels: z.array(panel) }).parse(JSON.parse(dashboard))
    const squares = panels.flatMap(({ gridPos: { x, y, w, h } }) => Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`))
    expect(new Set(squares).size).toBe(squares.length)
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24)
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })
})
