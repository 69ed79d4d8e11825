import { prisma } from '../../platform/db'
import { log } from '../../platform/log'
import { inTransaction } from '../../platform/transaction'
import { mendLives } from '../../tokens/commands/mend-lives'
import { CUT_OFF_AFTER, OVERDUE_AFTER, type RunEnd, type RunKey } from '../validation-run'
import { continueValidation } from './continue-validation'
import { startRun } from './start-validation'

/** How validations ended, by organization. `left`: there was no more time for them. */
export type Validated = { completed: number; failed: number; elsewhere: number; left: number }

const NONE: Validated = { completed: 0, failed: 0, elsewhere: 0, left: 0 }
/** Hours for which an organization whose validation has failed is left alone, but for the daily one. */
const PAUSE_AFTER_FAILURE = 1

async function validate(orgId: string): Promise<RunEnd> {
  try {
    await mendLives(orgId)
    return await continueValidation(await inTransaction((tx) => startRun(tx, { orgId, trigger: 'schedule', startedBy: null })))
  } catch (error) {
    log.error({ err: error, orgId }, 'an organization could not be validated')
    return 'failed'
  }
}

/** One after the other: each is work for the database alone. What an organization's failure keeps is that organization's. */
async function validateEach(orgIds: string[], hasTime: () => boolean): Promise<Validated> {
  const ends = { ...NONE }
  for (const [at, orgId] of orgIds.entries()) {
    if (!hasTime()) return { ...ends, left: orgIds.length - at }
    const end = await validate(orgId)
    ends[end === 'superseded' ? 'completed' : end] += 1
  }
  return ends
}

/** Validates every organization with governance activated, those first that have waited longest: the daily validation. */
export async function validateAll(hasTime: () => boolean = () => true): Promise<Validated> {
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    SELECT o.id FROM organization o WHERE o.iga_activated_at IS NOT NULL
     ORDER BY (SELECT max(r.started_at) FROM validation_run r WHERE r.org_id = o.id AND r.outcome = 'completed') NULLS FIRST, o.id`
  return validateEach(rows.map(({ id }) => id), hasTime)
}

/** Validates the organizations for which the daily validation has not come, as after a night in which nothing ran. */
export async function validateOverdue(): Promise<Validated> {
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    SELECT o.id FROM organization o WHERE o.iga_activated_at < now() - interval '1 hour' * ${OVERDUE_AFTER}::int
       AND NOT EXISTS (SELECT FROM validation_run r WHERE r.org_id = o.id AND r.outcome = 'completed' AND r.started_at > now() - interval '1 hour' * ${OVERDUE_AFTER}::int)
       AND NOT EXISTS (SELECT FROM validation_run r WHERE r.org_id = o.id AND r.started_at > now() - interval '1 hour' * ${PAUSE_AFTER_FAILURE}::int)
     ORDER BY o.id`
  return validateEach(rows.map(({ id }) => id), () => true)
}

/** Goes on with the runs that nobody has given a sign of life of: whoever did them was ended. */
export async function continueCutOffRuns(hasTime: () => boolean = () => true): Promise<number> {
  const runs = await prisma().$queryRaw<RunKey[]>`
    SELECT org_id AS "orgId", id AS "runId" FROM validation_run
     WHERE ended_at IS NULL AND coalesce(seen_at, started_at) < now() - interval '1 second' * ${CUT_OFF_AFTER}::int ORDER BY started_at`
  let continued = 0
  for (const run of runs) {
    if (!hasTime()) break
    if ((await continueValidation(run)) !== 'elsewhere') continued += 1
  }
  return continued
}
