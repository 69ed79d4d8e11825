import { recordPersonalEvent } from '../../audit/commands'
import type { SessionContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import { aliveAt } from '../live-session'

/**
 * Ends every live session of the caller but the one that asks.
 *
 * @returns how many that were
 */
export async function endOtherSessions(ctx: SessionContext): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { ...aliveAt(tx.now), userId: ctx.userId, id: { not: ctx.sessionId } },
      data: { endedAt: tx.now, endedReason: 'ended_by_user' },
    })
    if (count > 0) await recordPersonalEvent(tx, ctx, { type: 'csp__end_session', details: { sessions: count } })
    return count
  })
}
