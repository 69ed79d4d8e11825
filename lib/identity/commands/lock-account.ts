import type { UserContext } from '../../platform/context'
import type { Tx } from '../../platform/transaction'

type Account = { firstName: string; lastName: string; securityNotices: boolean }

/** The caller's account, locked: what is recorded as its earlier state is what the change replaces. */
export async function lockAccount(tx: Tx, ctx: UserContext): Promise<Account> {
  await tx.$queryRaw`SELECT 1 FROM user_account WHERE id = ${ctx.userId}::uuid FOR UPDATE`
  return tx.user.findUniqueOrThrow({ where: { id: ctx.userId }, select: { firstName: true, lastName: true, securityNotices: true } })
}
