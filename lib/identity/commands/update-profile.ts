import { recordPersonalEvent } from '../../audit/commands'
import type { UserContext } from '../../platform/context'
import { inTransaction, type Tx } from '../../platform/transaction'
import { fullName } from '../full-name'
import type { Profile } from '../schemas'
import { lockAccount } from './lock-account'

/** Changes the caller's name, everywhere that it stands. Saving it unchanged is no change. */
export async function updateProfile(ctx: UserContext, { firstName, lastName }: Profile): Promise<void> {
  await inTransaction(async (tx) => {
    const earlier = await lockAccount(tx, ctx)
    if (earlier.firstName === firstName && earlier.lastName === lastName) return
    await tx.user.update({ where: { id: ctx.userId }, data: { firstName, lastName }, select: { id: true } })
    await renameInTokens(tx, ctx.userId, fullName({ firstName, lastName }))
    // Names stand in other people's lists: whoever reads them later must be able to tell who is who.
    const details = { name: fullName({ firstName, lastName }), earlierName: fullName(earlier) }
    await recordPersonalEvent(tx, ctx, { type: 'csp__update_profile', details })
  })
}

/** In the order in which everybody locks tokens. */
async function renameInTokens(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.$executeRaw`
    WITH locked AS (SELECT org_id, id FROM api_token WHERE user_id = ${userId}::uuid ORDER BY org_id, id FOR UPDATE)
    UPDATE api_token t SET user_name = ${name} FROM locked WHERE t.org_id = locked.org_id AND t.id = locked.id`
}
