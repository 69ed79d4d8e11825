import { DomainError } from '../../errors'
import type { SessionContext } from '../../platform/context'
import { prisma } from '../../platform/db'

/**
 * Shows another of the caller's organizations in this session.
 *
 * @throws {DomainError} not_found where the caller is no member
 */
export async function switchOrganization(ctx: SessionContext, { orgId }: { orgId: string }): Promise<void> {
  if (!ctx.organizations.some(({ id }) => id === orgId)) throw new DomainError('not_found')
  await prisma().session.updateMany({
    where: { id: ctx.sessionId, userId: ctx.userId, endedAt: null },
    data: { activeOrgId: orgId },
  })
}
