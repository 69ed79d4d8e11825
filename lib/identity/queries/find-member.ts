import { prisma } from '../../platform/db'
import type { AuditReaderContext, GovernorContext } from '../../platform/roles'
import { fullName } from '../full-name'

export type MemberName = { name: string; email: string }

/** Who a member of the organization shown is, also one who was suspended or removed; null where it never had such a one. */
export async function findMember({ orgId }: GovernorContext | AuditReaderContext, userId: string): Promise<MemberName | null> {
  const found = await prisma().membership.findUnique({
    where: { orgId_userId: { orgId, userId } },
    select: { user: { select: { firstName: true, lastName: true, email: true } } },
  })
  return found && { name: fullName(found.user), email: found.user.email }
}
