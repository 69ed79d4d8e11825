import { recordPersonalEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'

/**
 * Ends one of the caller's sessions: its browser is a guest from its next request on. One that has ended already
 * stays as it ended, so a double click is harmless.
 *
 * @throws {DomainError} not_found where it is none of the caller's
 */
export async function endSession(ctx: UserContext, { sessionId }: { sessionId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const mine = { id: sessionId, userId: ctx.userId }
    const { count } = await tx.session.updateMany({ where: { ...mine, endedAt: null }, data: { endedAt: tx.now, endedReason: 'ended_by_user' } })
    if (count === 0) {
      if ((await tx.session.count({ where: mine })) === 0) throw new DomainError('not_found')
      return
    }
    await recordPersonalEvent(tx, ctx, { type: 'csp__end_session', details: { sessions: 1, sessionId } })
  })
}
