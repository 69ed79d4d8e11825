import { recordAuditEvent } from '../../audit/commands'
import type { Prisma } from '../../platform/generated/prisma/client'
import { inTransaction, type Tx } from '../../platform/transaction'
import { toTtlLimit } from '../ttl-policy'
import { addCounts, NO_COUNTS, type RunEnd, type RunKey } from '../validation-run'
import type { TtlPolicy } from '../violation'
import { correctFlags, countSpan, listDiffering, type Changed, type Span } from './flag-violations'

/**
 * A run as whoever does it holds it: `seenAt` is the sign of life that they gave last, another one is somebody else's.
 * `todo` are the tokens that are still to be corrected before it goes on; forgotten, they are found again.
 */
export type Lease = RunKey & { seenAt: Date; todo?: Todo }
type Todo = { ids: readonly string[]; of: number; tokens: number }
export type Batch = { lease: Lease } | { end: RunEnd }

type Found = { scanned: number; newlyViolating: number; newlyCompliant: number; counts: unknown }
type Run = Found & { trigger: string; startedBy: string | null; policyVersion: number; total: number; position: string | null; errors: number }

/** How much is done in one transaction: tokens looked at, and changed. Short of a second's work. */
export type Portion = { tokens: number; changes: number }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** Ids that are kept in mind. */
const MAX_TODO = 100_000

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
    SELECT trigger, started_by AS "startedBy", policy_version AS "policyVersion", total, position, errors,
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

/** Up to the last of the next `tokens`; or of all, where there are no more than that. */
async function spanOf(tx: Tx, orgId: string, policy: TtlPolicy, run: Run, tokens: number): Promise<Span> {
  const span = { orgId, policy, after: run.position ?? BEFORE_ALL, until: AFTER_ALL }
  if (run.total - addCounts(run.counts, NO_COUNTS).tokens <= tokens) return span
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM token_life WHERE org_id = ${orgId}::uuid AND id > ${span.after}::uuid ORDER BY id OFFSET ${tokens - 1} LIMIT 1`
  return { ...span, until: last?.id ?? AFTER_ALL }
}

const added = (run: Run, { newlyViolating, newlyCompliant }: Changed) => ({
  newlyViolating: run.newlyViolating + newlyViolating,
  newlyCompliant: run.newlyCompliant + newlyCompliant,
})

type Step = { data: Partial<Found> & { position?: string }; todo?: Todo; ended: boolean }

/** Corrects the next of what is to be corrected. How far the run is, is how many of those are done. */
async function correctNext(tx: Tx, orgId: string, policy: TtlPolicy, run: Run, todo: Todo, changes: number): Promise<Step> {
  const [next, rest] = [todo.ids.slice(0, changes), todo.ids.slice(changes)]
  const changed = await correctFlags(tx, { orgId, policy }, next)
  const scanned = addCounts(run.counts, NO_COUNTS).tokens + Math.floor((todo.tokens * (todo.of - rest.length)) / todo.of)
  return { data: { ...added(run, changed), scanned }, todo: { ...todo, ids: rest }, ended: false }
}

/** Looks at the next tokens. Where all is as it should be, or could be corrected at once, the run goes on behind them. */
async function lookOn(tx: Tx, orgId: string, policy: TtlPolicy, run: Run, { tokens, changes }: Portion): Promise<Step> {
  const span = await spanOf(tx, orgId, policy, run, tokens)
  const looked = await countSpan(tx, span)
  let { counts } = looked
  let found: Pick<Run, 'newlyViolating' | 'newlyCompliant'> = run
  if (looked.differing > 0) {
    const todo = { ids: await listDiffering(tx, span, MAX_TODO), of: looked.differing, tokens: counts.tokens }
    const step = await correctNext(tx, orgId, policy, run, todo, changes)
    if (todo.ids.length > changes) return step
    found = { ...run, ...step.data }
    ;({ counts } = await countSpan(tx, span))
  }
  const sums = addCounts(run.counts, counts)
  const { newlyViolating, newlyCompliant } = found
  return { data: { newlyViolating, newlyCompliant, counts: sums, scanned: sums.tokens, position: span.until }, ended: span.until === AFTER_ALL }
}

/**
 * Does the next part of a run in one transaction, as far as the lease is still ours and the policy the one that the
 * run began with. After the last tokens it ends the run, with its audit event and the organization's day.
 *
 * Whoever saves a policy waits for it.
 */
export async function validateBatch({ todo, ...lease }: Lease, portion: Portion): Promise<Batch> {
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
    const step = todo && todo.ids.length > 0 ? await correctNext(tx, orgId, policy, run, todo, portion.changes) : await lookOn(tx, orgId, policy, run, portion)
    await keep({ ...step.data, seenAt: tx.now, ...(step.ended && { endedAt: tx.now, outcome: 'completed' }) } as Prisma.ValidationRunUpdateInput)
    if (!step.ended) return { lease: { ...lease, seenAt: tx.now, ...(step.todo && { todo: step.todo }) } }
    await complete(tx, lease, { ...run, ...step.data })
    return { end: 'completed' }
  })
}
