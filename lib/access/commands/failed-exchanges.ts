import { recordAuditEvent } from '../../audit/commands'
import type { Peer } from '../../platform/peer'
import { inTransaction } from '../../platform/transaction'
import type { Grant } from '../access-token'
import type { RefusalCode } from '../refusal'

/**
 * Counts a refused exchange and audits the first of its minute, in a transaction of its own, since it must
 * outlive the refusal. The rest of the minute becomes one event when it is over, see summarizeFailedExchanges.
 */
export async function recordFailedExchange(peer: Peer, grant: Grant, cause: RefusalCode | 'mfa_locked'): Promise<void> {
  await inTransaction(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number }[]>`
      INSERT INTO exchange_failure (org_id, token_id, cause, minute, count)
      VALUES (${grant.orgId}::uuid, ${grant.tokenId}::uuid, ${cause}, date_trunc('minute', now()), 1)
      ON CONFLICT (org_id, token_id, cause, minute) DO UPDATE SET count = exchange_failure.count + 1
      RETURNING count`
    if (counted?.count !== 1) return
    await recordAuditEvent(tx, peer, {
      type: 'csp__refresh_token_exchange_failed',
      orgId: grant.orgId,
      actorUserId: grant.user.id,
      tokenId: grant.tokenId,
      cause,
    })
  })
}

/** Who asks when nobody does: the scheduler. */
const SCHEDULER: Omit<Peer, 'requestId'> = { ip: null, userAgent: null }

/** Counts that one round makes events of; the next round goes on. */
const SUMMARY_BATCH = 200

/** Makes one audit event, with the count, of the refused exchanges beyond the first of each minute that is over. */
export async function summarizeFailedExchanges(): Promise<void> {
  await inTransaction(async (tx) => {
    const over = await tx.$queryRaw<{ org_id: string; token_id: string; cause: string; minute: Date; count: number; user_id: string | null }[]>`
      UPDATE exchange_failure f SET summarized_at = now()
       -- The first condition is looked at again after waiting for another instance, the list is not.
       WHERE f.summarized_at IS NULL AND (f.org_id, f.token_id, f.cause, f.minute) IN (
              SELECT org_id, token_id, cause, minute FROM exchange_failure
               WHERE summarized_at IS NULL AND count > 1 AND minute < date_trunc('minute', now())
               ORDER BY minute LIMIT ${SUMMARY_BATCH})
      RETURNING f.org_id, f.token_id, f.cause, f.minute, f.count,
        (SELECT t.user_id FROM api_token t WHERE t.org_id = f.org_id AND t.id = f.token_id) AS user_id`
    for (const row of over) {
      await recordAuditEvent(tx, { ...SCHEDULER, requestId: crypto.randomUUID() }, {
        type: 'csp__refresh_token_exchange_failed',
        orgId: row.org_id,
        actorUserId: row.user_id,
        tokenId: row.token_id,
        cause: row.cause,
        details: { minute: row.minute.toISOString(), furtherAttempts: row.count - 1 },
      })
    }
    await tx.$executeRaw`DELETE FROM exchange_failure WHERE minute < now() - interval '1 day'`
  })
}
