'use server'

import { refresh } from 'next/cache'
import { changePassword } from '@/lib/identity/commands/change-password'
import { endOtherSessions } from '@/lib/identity/commands/end-other-sessions'
import { endSession } from '@/lib/identity/commands/end-session'
import { changePasswordSchema, noFieldsSchema, sessionIdSchema } from '@/lib/identity/schemas'
import { formAction } from '@/lib/platform/action'

export const endSessionAction = formAction(sessionIdSchema, [], async (ctx, input) => {
  await endSession(ctx, input)
  refresh()
  return 1
})

export const endOtherSessionsAction = formAction(noFieldsSchema, [], async (ctx) => {
  const count = await endOtherSessions(ctx)
  refresh()
  return count
})

export const changePasswordAction = formAction(changePasswordSchema, [], async (ctx, input) => {
  await changePassword(ctx, input)
  refresh()
})
