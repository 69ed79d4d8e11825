import type { UserContext } from '../platform/context'
import { prisma } from '../platform/db'
import { toTtlLimit, type TtlLimit } from './ttl-policy'

/** The Max Token TTL of the organization shown, null where that policy is off. */
export async function findMaxTokenTtl(ctx: UserContext): Promise<TtlLimit | null> {
  const policy = await prisma().tokenPolicy.findUnique({
    where: { orgId: ctx.orgId },
    select: { maxEnabled: true, maxTtlValue: true, maxTtlUnit: true },
  })
  return policy && toTtlLimit(policy.maxEnabled, policy.maxTtlValue, policy.maxTtlUnit)
}
