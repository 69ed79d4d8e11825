import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'

/**
 * The generation that one of the caller's tokens has now, for whoever regenerates it without having looked: of two at
 * once one still wins.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization
 */
export async function findGeneration(ctx: UserContext, tokenId: string): Promise<number> {
  const found = await prisma().apiToken.findFirst({ where: { orgId: ctx.orgId, userId: ctx.userId, id: tokenId }, select: { generation: true } })
  if (!found) throw new DomainError('not_found')
  return found.generation
}
