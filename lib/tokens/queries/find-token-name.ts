import { prisma } from '../../platform/db'
import type { AuditReaderContext, GovernorContext } from '../../platform/roles'

export type TokenName = { name: string; lastFour: string }

/** By what a token of the organization shown is known, whatever became of it; null where it has no such one. */
export async function findTokenName({ orgId }: GovernorContext | AuditReaderContext, id: string): Promise<TokenName | null> {
  return prisma().apiToken.findUnique({ where: { orgId_id: { orgId, id } }, select: { name: true, lastFour: true } })
}
