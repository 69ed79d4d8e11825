import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertTokens, setPolicy } from '@/server/testing/many-tokens'
import { makeMember } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { eternal, fresh, idle, makeValidations, OFF, STRICT, takeRun, type Validations } from '@/server/testing/validating'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { requireGoverningOwner, requireGovernor } from '../../platform/roles'
import { findLatestRun } from '../queries/find-latest-run'
import { continueValidation } from './continue-validation'
import { validateBatch } from './validate-batch'

const { superuserUrl } = await createTestDatabase()

let on: Validations
beforeEach(async () => {
  on = await makeValidations()
})

describe('one at a time', () => {
  it('makes one run of sixteen starts at once, and does it once', async () => {
    await insertTokens(on.owner, Array.from({ length: 50 }, () => eternal))
    const started = await Promise.all(Array.from({ length: 16 }, on.start))
    const ends = await Promise.all(started.map(continueValidation))
    expect(ends.filter((end) => end === 'completed')).toHaveLength(1)
    expect(await on.runs()).toHaveLength(1)
    expect((await on.runs())[0]).toMatchObject({ outcome: 'completed', scanned: 50, newlyViolating: 50 })
    expect(await on.events()).toHaveLength(1)
  })

  it('goes on where a run was cut off, once that is certain', async () => {
    const ids = await insertTokens(on.owner, [eternal, fresh, idle, eternal, fresh, idle])
    const { runId } = await on.stopAfter(1, 2)
    expect(await on.kinds(ids)).toEqual([['never_expires', false], ...ids.slice(1).map(() => [null, false])])
    expect((await on.start()).runId).toBe(runId)
    expect(await on.validate()).toBe('elsewhere')
    await on.cutOff()
    expect(await on.validate()).toBe('completed')
    expect(await on.runs()).toMatchObject([{ id: runId, outcome: 'completed', scanned: 6, newlyViolating: 4 }])
    expect(await on.kinds(ids)).toEqual([['never_expires', false], [null, false], [null, true], ['never_expires', false], [null, false], [null, true]])
    expect(await prisma().governanceDay.findMany({ where: { orgId: on.orgId }, select: { tokens: true, violating: true } })).toEqual([{ tokens: 6, violating: 4 }])
  })

  it('is stood back from by one that was only slow', async () => {
    await insertTokens(on.owner, [eternal, fresh, idle])
    const slow = await on.stopAfter(1, 1)
    await on.cutOff()
    const quick = await takeRun(on.orgId, slow.runId)
    expect(await validateBatch(slow, { tokens: 1, changes: 1 })).toEqual({ end: 'elsewhere' })
    expect(await validateBatch(quick, { tokens: 1, changes: 1 })).toMatchObject({ lease: { runId: slow.runId } })
    expect((await on.runs())[0]).toMatchObject({ scanned: 2 })
  })

  it('starts anew where a policy was saved meanwhile', async () => {
    const ids = await insertTokens(on.owner, [eternal, idle])
    const lease = await on.stopAfter(1, 1)
    await setPolicy(on.orgId, { max: null, idle: STRICT.idle })
    expect(await validateBatch(lease, { tokens: 1, changes: 1 })).toEqual({ end: 'superseded' })
    expect(await on.validate()).toBe('completed')
    expect((await on.runs()).map(({ outcome }) => outcome)).toEqual(['superseded', 'completed'])
    expect(await on.kinds(ids)).toEqual([[null, false], [null, true]])
  })

  it('follows a policy that was saved by somebody who started no run', async () => {
    const [id] = await insertTokens(on.owner, [eternal])
    const { runId } = await on.start()
    await setPolicy(on.orgId, OFF)
    await setPolicy(on.orgId, { max: STRICT.max, idle: null })
    expect(await continueValidation({ orgId: on.orgId, runId })).toBe('superseded')
    expect((await on.runs()).map(({ outcome, policyVersion }) => [outcome, policyVersion])).toEqual([['superseded', 2], ['completed', 4]])
    expect(await on.kinds([id ?? ''])).toEqual([['never_expires', false]])
  })
})


describe('what fails', () => {
  /** Every change of a token fails from now on, or the first `times` do. */
  const breakTokens = async (times: number | null) => {
    const client = new pg.Client({ connectionString: superuserUrl })
    await client.connect()
    await client.query(`
      CREATE SEQUENCE attempts; GRANT USAGE ON SEQUENCE attempts TO PUBLIC;
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('attempts') <= ${times ?? 1_000_000} THEN RAISE 'broken'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER fail BEFORE UPDATE ON token_life FOR EACH ROW EXECUTE FUNCTION fail()`)
    return async () => {
      await client.query('DROP TRIGGER fail ON token_life; DROP FUNCTION fail; DROP SEQUENCE attempts')
      await client.end()
    }
  }

  it('is tried again, and counted', async () => {
    const ids = await insertTokens(on.owner, [eternal, fresh])
    const mend = await breakTokens(2)
    expect(await on.validate()).toBe('completed')
    await mend()
    expect(await on.runs()).toMatchObject([{ outcome: 'completed', errors: 2, newlyViolating: 1 }])
    expect(await on.kinds(ids)).toEqual([['never_expires', false], [null, false]])
  })

  it('ends the run as failed when it fails again and again, and the next one starts anew', async () => {
    const ids = await insertTokens(on.owner, [eternal, fresh])
    const mend = await breakTokens(null)
    expect(await on.validate()).toBe('failed')
    await mend()
    expect(await on.runs()).toMatchObject([{ outcome: 'failed', errors: 4, endedAt: expect.any(Date) }])
    expect(await on.events()).toEqual([])
    expect((await findLatestRun(requireGovernor(on.owner))).ended).toMatchObject({ outcome: 'failed' })
    expect(await on.validate()).toBe('completed')
    expect(await on.kinds(ids)).toEqual([['never_expires', false], [null, false]])
  })
})

describe('who may', () => {
  it.each([
    ['org_admin', true, 'owner_only'],
    ['org_member', true, 'not_found'],
    ['access_log_auditor', true, 'not_found'],
    ['org_owner', false, 'governance_not_activated'],
  ] as const)('start it: not an %s, activated: %s', async (role, igaActivated, code) => {
    const ctx: UserContext = { ...(await makeMember(on.orgId, { roles: [role] })), igaActivated }
    expect(() => requireGoverningOwner(ctx)).toThrow(new DomainError(code))
  })

  it.each([
    ['org_member', true, 'not_found'],
    ['access_log_auditor', true, 'not_found'],
    ['org_admin', false, 'governance_not_activated'],
  ] as const)('see it: not an %s, activated: %s', async (role, igaActivated, code) => {
    const ctx: UserContext = { ...(await makeMember(on.orgId, { roles: [role] })), igaActivated }
    expect(() => requireGovernor(ctx)).toThrow(new DomainError(code))
  })

  it('see it: of their own organization alone', async () => {
    await on.validate()
    const elsewhere = await makeValidations()
    expect(await findLatestRun(requireGovernor(elsewhere.owner))).toEqual({ open: null, ended: null, completedAt: null, overdue: false })
    const admin = await makeMember(on.orgId, { roles: ['org_admin'] })
    expect(await findLatestRun(requireGovernor(admin))).toMatchObject({ open: null, ended: { outcome: 'completed' }, completedAt: expect.any(Date), overdue: false })
  })

  it('see how far it is, and that nothing has been validated for more than 26 hours', async () => {
    await insertTokens(on.owner, [eternal, fresh, idle])
    await on.validate()
    await pool().query(`UPDATE validation_run SET started_at = started_at - interval '27 hours', ended_at = ended_at - interval '27 hours' WHERE org_id = $1`, [on.orgId])
    expect(await findLatestRun(requireGovernor(on.owner))).toMatchObject({ overdue: true })
    await on.stopAfter(1, 2)
    const seen = () => findLatestRun(requireGovernor(on.owner))
    expect((await seen()).open).toMatchObject({ scanned: 2, total: 3, seenRecently: true })
    await on.cutOff()
    expect((await seen()).open).toMatchObject({ seenRecently: false })
  })
})
