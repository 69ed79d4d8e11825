import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { askEndpoint } from '@/server/testing/interface/ask-endpoint'
import { faultOf } from '@/server/testing/interface/described'
import { insertTokens } from '@/server/testing/many-tokens'
import { makeDataDir } from '@/server/testing/temporary-folder'
import { createTestDatabase } from '@/server/testing/test-database'
import { eternal, makeValidations, type Validations } from '@/server/testing/validating'
import { pool, prisma } from '../../platform/db'
import { env } from '../../platform/env'
import { continueCutOffRuns, validateOverdue } from '../commands/validate-all'
import { postValidateTokens, validateTokens } from './validate-tokens'

await createTestDatabase({ DATA_DIR: await makeDataDir() })

let on: Validations
beforeEach(async () => {
  await pool().query('UPDATE organization SET iga_activated_at = NULL')
  on = await makeValidations()
})

const call = (authorization?: string, endpoint = validateTokens) => askEndpoint(endpoint, {}, authorization === undefined ? {} : { authorization })
const age = (hours: number) => pool().query(`UPDATE validation_run SET started_at = started_at - interval '1 hour' * $2, ended_at = ended_at - interval '1 hour' * $2 WHERE org_id = $1`, [on.orgId, hours])

describe('the address that a scheduler calls', () => {
  it.each([undefined, '', 'Bearer', 'Bearer x', 'Bearer undefined', 'Basic abc'])('refuses %s', async (authorization) => {
    const { status, text, headers } = await call(authorization)
    expect([status, headers.get('cache-control'), headers.get('www-authenticate')]).toEqual([401, 'no-store', 'Bearer'])
    expect(JSON.parse(text)).toEqual({ cspErrorCode: 'tokenward.unauthorized', errorCode: 'unauthorized', message: 'Send CRON_SECRET as a bearer token', moduleCode: 540, requestId: expect.any(String), statusCode: 401 })
    expect(await on.runs()).toEqual([])
  })

  it('refuses a secret that ours begins with, and one that begins with ours', async () => {
    expect((await call(`Bearer ${env().cronSecret.slice(0, -1)}`)).status).toBe(401)
    expect((await call(`Bearer ${env().cronSecret}x`)).status).toBe(401)
  })

  it.each([validateTokens, postValidateTokens])('validates every organization with governance activated by $method, and says so', async (endpoint) => {
    const ids = await insertTokens(on.owner, [eternal])
    const without = await makeValidations()
    await prisma().organization.update({ where: { id: without.orgId }, data: { igaActivatedAt: null } })
    const answer = await call(`Bearer ${env().cronSecret}`, endpoint)
    expect([answer.status, faultOf(answer, endpoint)]).toEqual([200, null])
    expect(JSON.parse(answer.text)).toEqual({ continued: 0, validated: { completed: 1, failed: 0, elsewhere: 0, left: 0 }, changes: { ended: 0, failed: 0 }, reminders: 0, mails: { sent: 0, failed: 0 } })
    expect(await on.kinds(ids)).toEqual([['never_expires', false]])
    expect(await on.runs()).toMatchObject([{ trigger: 'schedule', startedBy: null }])
    expect(await on.events()).toMatchObject([{ actorUserId: null }])
    expect(await without.runs()).toEqual([])
  })

  it('does nothing for HEAD, which only asks what GET would answer', async () => {
    const { status, headers } = await askInterface('HEAD', validateTokens.path, { headers: { authorization: `Bearer ${env().cronSecret}` } })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST'])
    expect(await on.runs()).toEqual([])
  })

  it('does what it can where something cannot be done, and says what', async () => {
    const operator = new pg.Client({ connectionString: env().migrationDatabaseUrl })
    await operator.connect()
    await operator.query('ALTER TABLE outbox_mail RENAME TO outbox_mail_away')
    const answer = await call(`Bearer ${env().cronSecret}`)
    await operator.query('ALTER TABLE outbox_mail_away RENAME TO outbox_mail')
    await operator.end()
    expect([answer.status, JSON.parse(answer.text)]).toEqual([500, { continued: 0, validated: { completed: 1, failed: 0, elsewhere: 0, left: 0 }, changes: { ended: 0, failed: 0 }, reminders: 0, mails: 'failed' }])
    expect(validateTokens.answers[500]?.schema.safeParse(JSON.parse(answer.text)).success).toBe(true)
  })
})

describe('what the scheduler catches up with', () => {
  it('is an organization that no daily validation has come to', async () => {
    await prisma().organization.update({ where: { id: on.orgId }, data: { igaActivatedAt: new Date(Date.now() - 30 * 3_600_000) } })
    expect(await validateOverdue()).toMatchObject({ completed: 1 })
    expect(await validateOverdue()).toMatchObject({ completed: 0 })
    await age(27)
    expect(await validateOverdue()).toMatchObject({ completed: 1 })
  })

  it('is no organization whose governance was activated today', async () => {
    expect(await validateOverdue()).toMatchObject({ completed: 0 })
  })

  it('is a run that was cut off, and no run that somebody does', async () => {
    await insertTokens(on.owner, [eternal, eternal])
    await on.stopAfter(1, 1)
    expect(await continueCutOffRuns()).toBe(0)
    await on.cutOff()
    expect(await Promise.all([continueCutOffRuns(), continueCutOffRuns()])).toEqual(expect.arrayContaining([0, 1]))
    expect(await on.runs()).toMatchObject([{ outcome: 'completed', scanned: 2 }])
  })

  it('is a run that was started and never begun', async () => {
    await on.start()
    expect(await continueCutOffRuns()).toBe(0)
    await pool().query(`UPDATE validation_run SET started_at = started_at - interval '2 minutes'`)
    expect(await continueCutOffRuns()).toBe(1)
    expect(await on.runs()).toMatchObject([{ outcome: 'completed' }])
  })
})
