import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { TokenKind } from '../governed-token'
import { isSameFilter, KIND_FILTERS } from '../kind-filters'
import { WHOLE_LIST, type TokenFilter } from '../token-filter'

/** Up to here tokens are counted one by one. */
export const MAX_COUNTED = 10_000

const COUNTED = { tokens: true, live: true, violating: true, maxViolating: true, idleViolating: true, deactivated: true, expiringSoon: true, unused: true, neverUsed: true, neverExpires: true } as const

/** How many tokens of each kind the latest validation found, and how many in all that are not revoked. */
export type CountedDay = Record<keyof typeof COUNTED, number>

/** What the latest validation counted; null where there was none yet. */
export async function findCountedDay({ orgId }: GovernorContext): Promise<CountedDay | null> {
  return prisma().governanceDay.findFirst({ where: { orgId }, orderBy: { day: 'desc' }, select: COUNTED })
}

const ofKind = (kind: TokenKind) => ({ filter: KIND_FILTERS[kind], count: (day: CountedDay) => day[kind] })

/** The filters of which a validation counts what they look at, or counts what it follows from. */
const COUNTED_FILTERS: readonly { filter: TokenFilter; count: (day: CountedDay) => number }[] = [
  { filter: WHOLE_LIST, count: ({ tokens }) => tokens },
  ...(Object.keys(KIND_FILTERS) as TokenKind[]).map(ofKind),
  { filter: { ...WHOLE_LIST, violation: 'max' }, count: ({ maxViolating }) => maxViolating },
  { filter: { ...WHOLE_LIST, violation: 'idle' }, count: ({ idleViolating }) => idleViolating },
  { filter: { ...WHOLE_LIST, status: 'activated' }, count: ({ tokens, deactivated }) => tokens - deactivated },
  { filter: { ...WHOLE_LIST, expires: 'expired' }, count: ({ tokens, live }) => tokens - live },
]

/** Whether a validation counts what `filter` looks at. */
export const isCounted = (filter: TokenFilter): boolean => COUNTED_FILTERS.some((one) => isSameFilter(one.filter, filter))

/** What the latest validation counted of the tokens that `filter` looks at; null where it counted no such thing. */
export async function findCounted(ctx: GovernorContext, filter: TokenFilter): Promise<number | null> {
  const counted = COUNTED_FILTERS.find((one) => isSameFilter(one.filter, filter))
  const day = counted && (await findCountedDay(ctx))
  return day ? counted.count(day) : null
}
