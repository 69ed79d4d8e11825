'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { renewSignIn } from '@/lib/identity/commands/renew-sign-in'
import { signOut } from '@/lib/identity/commands/sign-out'
import { switchOrganization } from '@/lib/identity/commands/switch-organization'
import { nothingSchema, organizationIdSchema, ownPasswordSchema } from '@/lib/identity/schemas'
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

export const renewSignInAction = action(ownPasswordSchema, renewSignIn)
