'use server'

import { action } from '@/lib/platform/action'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import { generateTokenSchema } from '@/lib/tokens/schemas'

export const generateTokenAction = action(generateTokenSchema, async (ctx, input) => {
  const generated = await generateToken(ctx, input)
  return { ...generated, expiresAt: generated.expiresAt?.toISOString() ?? null }
})
