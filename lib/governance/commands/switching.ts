import { recordAuditEvents } from '../../audit/commands'
import type { Prisma } from '../../platform/generated/prisma/client'
import type { Tx } from '../../platform/transaction'
import { TOKENS } from '../../tokens/queries/token-tables'
import { announceSwitch } from './announcing'
import type { Decision, LockedToken } from './locked-token'

/** Locks tokens of one organization, rows of TOKENS, in one order for everybody: nobody waits for one who waits for them. */
export async function lockTokens(tx: Tx, which: Prisma.Sql): Promise<LockedToken[]> {
  return tx.$queryRaw<LockedToken[]>`
    SELECT id, t.name, t.last_four, t.user_id, t.user_name, t.generation, t.expires_at, t.revoked_at IS NOT NULL AS revoked, t.deactivated_at IS NOT NULL AS deactivated
      FROM ${TOKENS} WHERE ${which} ORDER BY id FOR UPDATE OF t`
}

/**
 * Deactivates or activates tokens that are locked and are not so yet: one audit event for each, and for each user one
 * mail. Deactivating raises the generation, so that the access tokens got before are dead, and stay dead when the
 * token is activated again.
 */
export async function switchTokens(tx: Tx, decision: Decision, tokens: readonly LockedToken[]): Promise<void> {
  if (tokens.length === 0) return
  const { orgId, actorUserId, bulkId } = decision
  const data =
    decision.kind === 'deactivate'
      ? { deactivatedAt: tx.now, deactivatedBy: actorUserId, deactivationReason: decision.reason, deactivationNote: decision.note, generation: { increment: 1 } }
      : { deactivatedAt: null, deactivatedBy: null, deactivationReason: null, deactivationNote: null }
  await tx.apiToken.updateMany({ where: { orgId, id: { in: tokens.map(({ id }) => id) } }, data })
  const why = decision.kind === 'deactivate' ? { reason: decision.reason, note: decision.note } : {}
  await recordAuditEvents(
    tx,
    decision.peer,
    tokens.map(({ id, name, user_name }) => ({
      type: `csp__${decision.kind}_api_token`,
      orgId,
      actorUserId,
      tokenId: id,
      details: { tokenName: name, userName: user_name, ...why, ...(bulkId ? { bulkId } : {}) },
    })),
  )
  await announceSwitch(tx, decision, tokens)
}
