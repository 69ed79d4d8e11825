import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { requireRecentSignIn } from '../../platform/recent-sign-in'
import type { GovernorContext } from '../../platform/roles'
import { inTransaction, type Tx } from '../../platform/transaction'
import { countDifferences, sayPolicy, toPolicyColumns, toPolicySettings, type PolicySettings } from '../policy-settings'
import { startRun, type StartedRun } from './start-validation'

/** `version` is the one that the form was made for. */
type WantedPolicy = PolicySettings & { orgId: string; version: number }
type Locked = PolicySettings & { version: number }

/**
 * The policies, locked against every other change, and until the commit against generating and regenerating, which
 * lock them to read. Before any token, as those do.
 */
async function lockPolicy(tx: Tx, orgId: string): Promise<Locked> {
  const [row] = await tx.$queryRaw<(Parameters<typeof toPolicySettings>[0] & { version: number })[]>`
    SELECT idle_enabled AS "idleEnabled", idle_ttl_value AS "idleTtlValue", idle_ttl_unit AS "idleTtlUnit",
           max_enabled AS "maxEnabled", max_ttl_value AS "maxTtlValue", max_ttl_unit AS "maxTtlUnit", version
      FROM token_policy WHERE org_id = ${orgId}::uuid FOR UPDATE`
  if (!row) throw new DomainError('not_found')
  return { ...toPolicySettings(row), version: row.version }
}

async function recordChange(tx: Tx, ctx: GovernorContext, from: Locked, to: Locked): Promise<void> {
  await recordAuditEvent(tx, ctx.request, {
    type: 'csp__update_token_policy',
    orgId: ctx.orgId,
    actorUserId: ctx.userId,
    details: { idleFrom: sayPolicy(from.idle), idleTo: sayPolicy(to.idle), maxFrom: sayPolicy(from.max), maxTo: sayPolicy(to.max), version: to.version },
  })
}

/**
 * Saves both policies. From the commit on they bind every token that is generated or regenerated, and a validation of
 * the ones that exist has been opened in the same transaction: hand it to revalidate.
 *
 * What is saved as it stands already changes nothing, records nothing and validates nothing.
 *
 * @returns the validation, null where nothing was changed
 * @throws {DomainError} sign_in_again; organization_changed where another window has switched since; policy_changed
 *   where somebody saved other values after the form was made: of two at once one wins, the other is told
 */
export async function savePolicy(ctx: GovernorContext, { orgId, version, idle, max }: WantedPolicy): Promise<StartedRun | null> {
  requireRecentSignIn(ctx)
  if (orgId !== ctx.orgId) throw new DomainError('organization_changed')
  return inTransaction(async (tx) => {
    const saved = await lockPolicy(tx, orgId)
    if (countDifferences(saved, { idle, max }) === 0) return null
    if (saved.version !== version) throw new DomainError('policy_changed')
    const next = { idle, max, version: version + 1 }
    await tx.tokenPolicy.update({
      where: { orgId },
      data: { ...toPolicyColumns(next), version: next.version, updatedAt: tx.now, updatedBy: ctx.userId },
      select: { orgId: true },
    })
    await recordChange(tx, ctx, saved, next)
    return startRun(tx, { orgId, trigger: 'policy_saved', startedBy: ctx.userId })
  })
}
