import { prisma } from '../../platform/db'

/** The database's clock in whole milliseconds: instances whose own clocks differ still agree on it. */
export async function findDatabaseClock(): Promise<Date> {
  const [clock] = await prisma().$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', now()) AS now`
  if (!clock) throw new Error('The database did not tell the time')
  return clock.now
}
