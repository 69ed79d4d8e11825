'use server'

import { revalidatePath } from 'next/cache'
import { savePreferences } from '@/lib/identity/commands/save-preferences'
import { preferencesSchema } from '@/lib/identity/schemas'
import { formAction } from '@/lib/platform/action'
import { setPreferenceCookie } from '@/lib/platform/locale'

export const savePreferencesAction = formAction(preferencesSchema, ['locale', 'timeZone', 'theme', 'securityNotices'], async (ctx, input) => {
  await savePreferences(ctx, input)
  // What this browser chose before gives way, and the page itself speaks as it was just told.
  await setPreferenceCookie('tw-locale', input.locale)
  await setPreferenceCookie('tw-theme', input.theme)
  revalidatePath('/', 'layout')
})
