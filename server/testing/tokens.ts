import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import { mendLives } from '@/lib/tokens/commands/mend-lives'
import type { GenerateToken } from '@/lib/tokens/schemas'
import { tokenForm } from './token-form'

/** Generates a token whose secret is wanted. */
export function issueToken(ctx: UserContext): Promise<{ tokenId: string; apiToken: string }> {
  return generateToken(ctx, tokenForm(ctx))
}

/** Generates a token, then sets columns that time or somebody else would set. */
export async function makeToken(
  ctx: UserContext,
  change: Partial<GenerateToken> = {},
  columns: Prisma.ApiTokenUpdateInput = {},
  life: Prisma.TokenLifeUpdateInput = {},
): Promise<string> {
  const { tokenId } = await generateToken(ctx, tokenForm(ctx, change))
  await prisma().apiToken.update({ where: { orgId_id: { orgId: ctx.orgId, id: tokenId } }, data: { name: change.name ?? 'nightly-backup', ...columns } })
  await mendLives(ctx.orgId)
  await prisma().tokenLife.update({ where: { orgId_id: { orgId: ctx.orgId, id: tokenId } }, data: life })
  return tokenId
}
