'use server'

import { refresh } from 'next/cache'
import { action } from '@/lib/platform/action'
import { revokeToken } from '@/lib/tokens/commands/revoke-token'
import { tokenIdSchema } from '@/lib/tokens/schemas'

export const revokeTokenAction = action(tokenIdSchema, async (ctx, input) => {
  await revokeToken(ctx, input)
  refresh()
})
