import { recordPersonalEvent } from '../../audit/commands'
import type { UserContext } from '../../platform/context'
import { inTransaction } from '../../platform/transaction'
import { fullName } from '../full-name'
import type { Profile } from '../schemas'
import { lockAccount } from './lock-account'

/** Changes the caller's name, everywhere that it stands. Saving it unchanged is no change. */
export async function updateProfile(ctx: UserContext, { firstName, lastName }: Profile): Promise<void> {
  await inTransaction(async (tx) => {
    const earlier = await lockAccount(tx, ctx)
    if (earlier.firstName === firstName && earlier.lastName === lastName) return
    await tx.user.update({ where: { id: ctx.userId }, data: { firstName, lastName }, select: { id: true } })
    // Names stand in other people's lists: whoever reads them later must be able to tell who is who.
    const details = { name: fullName({ firstName, lastName }), earlierName: fullName(earlier) }
    await recordPersonalEvent(tx, ctx, { type: 'csp__update_profile', details })
  })
}
