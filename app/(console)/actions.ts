'use server'

import { redirect } from 'next/navigation'
import { signOut, switchOrganization } from '@/lib/identity/commands'
import { nothingSchema, organizationIdSchema } from '@/lib/identity/schemas'
import { action } from '@/lib/platform/action'
import { clearSessionCookie } from '@/lib/platform/session-cookie'

export const signOutAction = action(nothingSchema, async (ctx) => {
  await signOut(ctx)
  await clearSessionCookie()
  redirect('/sign-in')
})

export const switchOrganizationAction = action(organizationIdSchema, async (ctx, input) => {
  await switchOrganization(ctx, input)
  redirect('/my-account/api-tokens')
})
