import { cache } from 'react'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { toTtlLimit, type TtlLimit } from '../ttl-policy'
import type { TtlPolicy } from '../violation'

const BOTH_OFF: TtlPolicy = { max: null, idle: null }

/** Both limits of the organization shown, each null where that policy is off. Layout and page ask for it: one read serves both. */
export const findTtlPolicy = cache(async (ctx: UserContext): Promise<TtlPolicy> => {
  const policy = await prisma().tokenPolicy.findUnique({
    where: { orgId: ctx.orgId },
    select: { maxEnabled: true, maxTtlValue: true, maxTtlUnit: true, idleEnabled: true, idleTtlValue: true, idleTtlUnit: true },
  })
  if (!policy) return BOTH_OFF
  return {
    max: toTtlLimit(policy.maxEnabled, policy.maxTtlValue, policy.maxTtlUnit),
    idle: toTtlLimit(policy.idleEnabled, policy.idleTtlValue, policy.idleTtlUnit),
  }
})

/** The Max Token TTL of the organization shown, null where that policy is off. */
export async function findMaxTokenTtl(ctx: UserContext): Promise<TtlLimit | null> {
  return (await findTtlPolicy(ctx)).max
}
