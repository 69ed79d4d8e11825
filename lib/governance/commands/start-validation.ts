import { newId } from '../../platform/ids'
import type { GoverningOwnerContext } from '../../platform/roles'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { RunKey, RunTrigger } from '../validation-run'

type Cause = { orgId: string; trigger: RunTrigger; startedBy: string | null }

/** Tokens that it has to look at: what is revoked cannot violate anything. */
export type StartedRun = RunKey & { total: number }

async function lockVersion(tx: Tx, orgId: string): Promise<number> {
  const [policy] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM token_policy WHERE org_id = ${orgId}::uuid FOR SHARE`
  if (!policy) throw new Error('The organization has no policy')
  return policy.version
}

async function findOpenRun(tx: Tx, orgId: string) {
  const [open] = await tx.$queryRaw<{ id: string; policy_version: number; total: number }[]>`
    SELECT id, policy_version, total FROM validation_run WHERE org_id = ${orgId}::uuid AND ended_at IS NULL FOR UPDATE`
  return open
}

async function endSuperseded(tx: Tx, orgId: string, runId: string): Promise<void> {
  await tx.validationRun.update({ where: { orgId_id: { orgId, id: runId } }, data: { endedAt: tx.now, outcome: 'superseded' }, select: { id: true } })
}

/**
 * Starts a validation in the transaction of its cause, or joins the one that is open: there is one at a time in an
 * organization. One that holds tokens against an earlier policy is superseded. Hand the run to continueValidation
 * after the commit; where that does not happen, or is cut off, the next round of the scheduler does.
 *
 * Locks the policy, then the run: in this order everybody does, and tokens after.
 */
export async function startRun(tx: Tx, { orgId, trigger, startedBy }: Cause): Promise<StartedRun> {
  const policyVersion = await lockVersion(tx, orgId)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('validation_run ' || ${orgId}, 0))`
  const open = await findOpenRun(tx, orgId)
  if (open?.policy_version === policyVersion) return { orgId, runId: open.id, total: open.total }
  if (open) await endSuperseded(tx, orgId, open.id)
  const total = await tx.tokenLife.count({ where: { orgId, revokedAt: null } })
  const runId = newId()
  await tx.validationRun.create({ data: { orgId, id: runId, trigger, startedBy, startedAt: tx.now, policyVersion, total }, select: { id: true } })
  return { orgId, runId, total }
}

/** Starts a validation of the owner's organization, or joins the one that is open. */
export async function startValidation(ctx: GoverningOwnerContext): Promise<StartedRun> {
  return inTransaction((tx) => startRun(tx, { orgId: ctx.orgId, trigger: 'owner', startedBy: ctx.userId }))
}
