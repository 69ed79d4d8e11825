import { prisma } from './db'
import type { Prisma } from './generated/prisma/client'

declare const inside: unique symbol

/**
 * An open transaction. Only inTransaction makes one, so an audit event or a mail cannot be
 * written outside the transaction of its cause.
 */
export type Tx = Prisma.TransactionClient & { readonly [inside]: true; readonly now: Date }

/**
 * Runs `work` in one transaction: all of it is committed, or, when `work` throws, none.
 *
 * `tx.now` is the database's clock at the start of the transaction, the one `now` of a command:
 * instances whose clocks differ still agree on it.
 *
 * @throws whatever `work` throws
 */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return prisma().$transaction(async (client) => {
    const [clock] = await client.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', now()) AS now`
    if (!clock) throw new Error('The database did not tell the time')
    return work(Object.assign(client, { now: clock.now }) as Tx)
  })
}
