import { recordAuditEvent } from '../../audit/commands'
import type { Prisma } from '../../platform/generated/prisma/client'
import { inTransaction, type Tx } from '../../platform/transaction'
import { toTtlLimit } from '../ttl-policy'
import { addCounts, NO_COUNTS, type RunEnd, type RunKey } from '../validation-run'
import type { TtlPolicy } from '../violation'
import { flagViolations, type Flagged } from './flag-violations'

/** A run as whoever does it holds it: `seenAt` is the sign of life that they gave last. Another one is somebody else's. */
export type Lease = RunKey & { seenAt: Date }
export type Batch = { lease: Lease } | { end: RunEnd }

type Found = { scanned: number; newlyViolating: number; newlyCompliant: number; counts: unknown }
type Run = Found & { trigger: string; startedBy: string | null; policyVersion: number; position: string | null; errors: number }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

type Bound = { version: number; policy: TtlPolicy }

/** The organization's policy, locked against a change until this batch is committed. Before the run and before any token. */
async function lockPolicy(tx: Tx, orgId: string): Promise<Bound> {
  const [row] = await tx.$queryRaw<
    { version: number; max_enabled: boolean; max_ttl_value: number | null; max_ttl_unit: string | null; idle_enabled: boolean; idle_ttl_value: number | null; idle_ttl_unit: string | null }[]
  >`SELECT version, max_enabled, max_ttl_value, max_ttl_unit, idle_enabled, idle_ttl_value, idle_ttl_unit FROM token_policy WHERE org_id = ${orgId}::uuid FOR SHARE`
  if (!row) throw new Error('The organization has no policy')
  const policy = { max: toTtlLimit(row.max_enabled, row.max_ttl_value, row.max_ttl_unit), idle: toTtlLimit(row.idle_enabled, row.idle_ttl_value, row.idle_ttl_unit) }
  return { version: row.version, policy }
}

async function lockRun(tx: Tx, { orgId, runId, seenAt }: Lease): Promise<Run | undefined> {
  const [run] = await tx.$queryRaw<Run[]>`
    SELECT trigger, started_by AS "startedBy", policy_version AS "policyVersion", position, errors,
           scanned, newly_violating AS "newlyViolating", newly_compliant AS "newlyCompliant", counts
      FROM validation_run WHERE org_id = ${orgId}::uuid AND id = ${runId}::uuid AND ended_at IS NULL AND seen_at = ${seenAt.toISOString()}::timestamptz FOR UPDATE`
  return run
}

async function complete(tx: Tx, { orgId }: Lease, { trigger, startedBy, errors, counts, ...found }: Run): Promise<void> {
  const day = new Date(tx.now.toISOString().slice(0, 10))
  const counted = { ...addCounts(counts, NO_COUNTS), at: tx.now }
  // The latest validation of a day says what it was like.
  await tx.governanceDay.upsert({ where: { orgId_day: { orgId, day } }, create: { orgId, day, ...counted }, update: counted, select: { day: true } })
  await recordAuditEvent(tx, { requestId: crypto.randomUUID(), ip: null, userAgent: null }, {
    type: 'csp__validate_api_tokens',
    orgId,
    actorUserId: startedBy,
    details: { trigger, scanned: found.scanned, newlyViolating: found.newlyViolating, newlyCompliant: found.newlyCompliant, errors },
  })
}

const added = (run: Run, { counts, newlyViolating, newlyCompliant }: Flagged) => ({
  scanned: run.scanned + counts.tokens,
  newlyViolating: run.newlyViolating + newlyViolating,
  newlyCompliant: run.newlyCompliant + newlyCompliant,
  counts: addCounts(run.counts, counts),
})

/**
 * Validates the next tokens of a run in one transaction, as far as the lease is still ours and the policy the one
 * that the run began with. When there are none left it ends the run, with its audit event and the organization's day.
 *
 * @param tokens how many to look at; short of a second's work, since whoever saves a policy waits for it
 */
export async function validateBatch(lease: Lease, tokens: number): Promise<Batch> {
  const { orgId, runId: id } = lease
  return inTransaction(async (tx) => {
    const { version, policy } = await lockPolicy(tx, orgId)
    const run = await lockRun(tx, lease)
    if (!run) return { end: 'elsewhere' }
    const keep = (data: Prisma.ValidationRunUpdateInput) => tx.validationRun.update({ where: { orgId_id: { orgId, id } }, data, select: { id: true } })
    if (run.policyVersion !== version) {
      await keep({ endedAt: tx.now, outcome: 'superseded' })
      return { end: 'superseded' }
    }
    const flagged = await flagViolations(tx, { orgId, policy, after: run.position ?? BEFORE_ALL, tokens })
    if (flagged.last === null) {
      await keep({ endedAt: tx.now, outcome: 'completed' })
      await complete(tx, lease, run)
      return { end: 'completed' }
    }
    await keep({ ...added(run, flagged), position: flagged.last, seenAt: tx.now })
    return { lease: { ...lease, seenAt: tx.now } }
  })
}
