import { recordPersonalEvent } from '../../audit/commands'
import type { SessionContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'

/** Ends the caller's session. Ending it again changes nothing. */
export async function signOut(ctx: SessionContext): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await tx.session.updateMany({
      where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null },
      data: { endedAt: tx.now, endedReason: 'sign_out' },
    })
    if (ended.count === 0) return
    await recordPersonalEvent(tx, ctx, { type: 'csp__user_logout' })
  })
}
