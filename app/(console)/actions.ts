'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { signOut, switchOrganization } from '@/lib/identity/commands'
import { nothingSchema, organizationIdSchema } from '@/lib/identity/schemas'
import { action } from '@/lib/platform/action'
import { setPreferenceCookie } from '@/lib/platform/locale'
import { clearSessionCookie } from '@/lib/platform/session-cookie'

export const signOutAction = action(nothingSchema, async (ctx) => {
  await signOut(ctx)
  await clearSessionCookie()
  // The sign-in page speaks on in the language of the person who leaves.
  await setPreferenceCookie('tw-locale', ctx.locale)
  redirect('/sign-in')
})

export const switchOrganizationAction = action(organizationIdSchema, async (ctx, input) => {
  await switchOrganization(ctx, input)
  revalidatePath('/', 'layout')
  redirect('/my-account/api-tokens')
})
