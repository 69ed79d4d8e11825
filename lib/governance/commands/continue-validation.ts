import { prisma } from '../../platform/db'
import { log } from '../../platform/log'
import { inTransaction } from '../../platform/transaction'
import { CUT_OFF_AFTER, type RunEnd, type RunKey, type RunTrigger } from '../validation-run'
import { startRun } from './start-validation'
import { validateBatch, type Batch, type Lease } from './validate-batch'

/** Tokens that one transaction looks at; fewer after an error, in case it was for their number. */
const TOKENS = 1_000_000
/** Tokens that one transaction changes, at first, at least and at most. */
const CHANGES = { first: 8_000, least: 50, most: 40_000 }
/** Milliseconds that one transaction may take: whoever wants a token that it has locked, or saves a policy, waits for it. */
const AIM = { least: 400, most: 1_200 }
/** Errors of one batch in a row after which the run has failed. */
const MAX_ATTEMPTS = 4

/** Takes the run, unless it has ended or somebody has given a sign of life within a minute. */
async function takeLease({ orgId, runId }: RunKey): Promise<Lease | null> {
  const [taken] = await prisma().$queryRaw<{ seen_at: Date }[]>`
    UPDATE validation_run SET seen_at = date_trunc('milliseconds', clock_timestamp())
     WHERE org_id = ${orgId}::uuid AND id = ${runId}::uuid AND ended_at IS NULL
       AND (seen_at IS NULL OR seen_at < clock_timestamp() - interval '1 second' * ${CUT_OFF_AFTER}::int)
    RETURNING seen_at`
  return taken ? { orgId, runId, seenAt: taken.seen_at } : null
}

/** Counts a batch that failed, which is a sign of life, too; `last`: it was the last attempt, and ends the run. */
async function recordError(lease: Lease, last: boolean): Promise<Batch> {
  const [kept] = await prisma().$queryRaw<{ seen_at: Date }[]>`
    UPDATE validation_run SET errors = errors + 1, seen_at = date_trunc('milliseconds', clock_timestamp()),
           ended_at = CASE WHEN ${last}::boolean THEN clock_timestamp() END, outcome = CASE WHEN ${last}::boolean THEN 'failed' END
     WHERE org_id = ${lease.orgId}::uuid AND id = ${lease.runId}::uuid AND ended_at IS NULL AND seen_at = ${lease.seenAt.toISOString()}::timestamptz
    RETURNING seen_at`
  if (!kept) return { end: 'elsewhere' }
  return last ? { end: 'failed' } : { lease: { ...lease, seenAt: kept.seen_at } }
}

/** How much to change at once, going by how long the last took: a change costs ten times as much on one machine as on another. */
function fit(changes: number, milliseconds: number): number {
  if (milliseconds < AIM.least) return Math.min(changes * 2, CHANGES.most)
  return milliseconds > AIM.most ? Math.max(Math.floor(changes / 2), CHANGES.least) : changes
}

type Pace = { failures: number; changes: number }

async function attempt(lease: Lease, { failures, changes }: Pace): Promise<Batch & Pace> {
  const since = performance.now()
  try {
    const batch = await validateBatch(lease, { tokens: Math.ceil(TOKENS / 4 ** failures), changes })
    return { ...batch, failures: 0, changes: fit(changes, performance.now() - since) }
  } catch (error) {
    log.warn({ err: error, orgId: lease.orgId, run: lease.runId, failures: failures + 1 }, 'a part of a validation failed')
    return { ...(await recordError(lease, failures + 1 >= MAX_ATTEMPTS)), failures: failures + 1, changes: Math.max(Math.floor(changes / 8), CHANGES.least) }
  }
}

/** Whoever saves a policy starts a run of their own. One that ends because the policy had changed is followed by its like either way. */
async function follow({ orgId, runId }: RunKey): Promise<RunEnd> {
  const { trigger, startedBy } = await prisma().validationRun.findUniqueOrThrow({ where: { orgId_id: { orgId, id: runId } }, select: { trigger: true, startedBy: true } })
  const next = await inTransaction((tx) => startRun(tx, { orgId, trigger: trigger as RunTrigger, startedBy }))
  const end = await continueValidation(next)
  return end === 'completed' ? 'superseded' : end
}

/**
 * Goes on with a run from where it stands, to its end. Whoever else does so meanwhile stands back: a run is done by
 * one at a time. What fails is tried again with fewer tokens, and ends the run as failed when that does not help.
 *
 * @throws {Error} where the database cannot even be told of a failure; the run is then gone on with after a minute
 */
export async function continueValidation(run: RunKey): Promise<RunEnd> {
  let lease = await takeLease(run)
  let pace = { failures: 0, changes: CHANGES.first }
  while (lease) {
    const batch = await attempt(lease, pace)
    if ('end' in batch) return batch.end === 'superseded' ? follow(run) : batch.end
    lease = batch.lease
    pace = batch
  }
  return 'elsewhere'
}
