import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { TokenKind } from '../governed-token'

/** Up to here tokens are counted one by one. */
export const MAX_COUNTED = 10_000

/** How many tokens of each kind the latest validation found, and how many in all that are not revoked. */
export type CountedDay = Record<TokenKind, number> & { tokens: number }

/** What the latest validation counted; null where there was none yet. */
export async function findCountedDay({ orgId }: GovernorContext): Promise<CountedDay | null> {
  return prisma().governanceDay.findFirst({
    where: { orgId },
    orderBy: { day: 'desc' },
    select: { tokens: true, live: true, violating: true, deactivated: true, expiringSoon: true, unused: true, neverUsed: true, neverExpires: true },
  })
}
