'use server'

import { revalidatePath } from 'next/cache'
import { action, formAction } from '@/lib/platform/action'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import { POSTED_TOKEN_FIELDS, postedTokenSchema } from '@/lib/tokens/posted-token'
import { generateTokenSchema } from '@/lib/tokens/schemas'

export const generateTokenAction = action(generateTokenSchema, async (ctx, input) => {
  const generated = await generateToken(ctx, input)
  // The list is next, and Back leads to a new form.
  revalidatePath('/my-account/api-tokens', 'layout')
  return { ...generated, expiresAt: generated.expiresAt?.toISOString() ?? null }
})

/** The same before JavaScript: its answer is the page itself, with the secret on it. */
export const postTokenAction = formAction(postedTokenSchema, POSTED_TOKEN_FIELDS, async (ctx, input) => {
  const generated = await generateToken(ctx, input)
  return { ...generated, expiresAt: generated.expiresAt?.toISOString() ?? null }
})
