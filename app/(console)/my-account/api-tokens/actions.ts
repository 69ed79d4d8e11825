'use server'

import { refresh } from 'next/cache'
import { action } from '@/lib/platform/action'
import { editToken } from '@/lib/tokens/commands/edit-token'
import { regenerateToken } from '@/lib/tokens/commands/regenerate-token'
import { revokeAllTokens } from '@/lib/tokens/commands/revoke-all-tokens'
import { revokeToken } from '@/lib/tokens/commands/revoke-token'
import { revokeTokens } from '@/lib/tokens/commands/revoke-tokens'
import { allTokensSchema, editTokenSchema, regenerateTokenSchema, tokenIdSchema, tokenIdsSchema } from '@/lib/tokens/schemas'

export const revokeTokenAction = action(tokenIdSchema, async (ctx, input) => {
  await revokeToken(ctx, input)
  refresh()
})

export const revokeTokensAction = action(tokenIdsSchema, async (ctx, input) => {
  await revokeTokens(ctx, input)
  refresh()
})

export const revokeAllTokensAction = action(allTokensSchema, async (ctx, input) => {
  await revokeAllTokens(ctx, input)
  refresh()
})

export const editTokenAction = action(editTokenSchema, async (ctx, input) => {
  await editToken(ctx, input)
  refresh()
})

export const regenerateTokenAction = action(regenerateTokenSchema, async (ctx, input) => {
  const regenerated = await regenerateToken(ctx, input)
  refresh()
  return { ...regenerated, expiresAt: regenerated.expiresAt?.toISOString() ?? null }
})
