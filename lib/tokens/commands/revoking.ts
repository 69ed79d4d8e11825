import { recordAuditEvents } from '../../audit/commands'
import type { UserContext } from '../../platform/context'
import type { Tx } from '../../platform/transaction'

type Ending = { id: string; name: string }

/** Whose tokens end: a person's who asks for it, or theirs whose secret somebody holds. */
type Holder = Pick<UserContext, 'orgId' | 'userId' | 'request'>

/**
 * The caller's tokens that are not revoked yet, locked, in one order for everybody: whoever ends or changes some of
 * them at the same time waits, and nobody waits for one who waits for them.
 *
 * @param among only these; without it, all of them
 */
export async function lockUnrevoked(tx: Tx, ctx: Holder, among?: readonly string[]): Promise<Ending[]> {
  return tx.$queryRaw<Ending[]>`
    SELECT id, name FROM api_token
     WHERE org_id = ${ctx.orgId}::uuid AND user_id = ${ctx.userId}::uuid AND revoked_at IS NULL
       AND (${among === undefined} OR id = ANY(${among ?? []}::uuid[]))
     ORDER BY id FOR UPDATE`
}

/**
 * Ends tokens that are locked, and with each the access tokens got with it: one audit event for each, so that its
 * history is whole.
 *
 * @param more further facts for the audit log
 */
export async function markRevoked(tx: Tx, ctx: Holder, tokens: readonly Ending[], more: { bySecret?: true } = {}): Promise<void> {
  if (tokens.length === 0) return
  const ids = tokens.map(({ id }) => id)
  await tx.apiToken.updateMany({ where: { orgId: ctx.orgId, userId: ctx.userId, id: { in: ids } }, data: { revokedAt: tx.now } })
  // In the order in which a validation and the last use lock them.
  await tx.$queryRaw`SELECT FROM token_life WHERE org_id = ${ctx.orgId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  await tx.tokenLife.updateMany({ where: { orgId: ctx.orgId, id: { in: ids } }, data: { revokedAt: tx.now } })
  await recordAuditEvents(
    tx,
    ctx.request,
    tokens.map(({ id, name }) => ({
      type: 'csp__revoke_api_token',
      orgId: ctx.orgId,
      actorUserId: ctx.userId,
      tokenId: id,
      details: { tokenName: name, ...more },
    })),
  )
}
