'use server'

import { revalidatePath } from 'next/cache'
import { updateProfile } from '@/lib/identity/commands/update-profile'
import { profileSchema } from '@/lib/identity/schemas'
import { formAction } from '@/lib/platform/action'

export const updateProfileAction = formAction(profileSchema, ['firstName', 'lastName'], async (ctx, input) => {
  await updateProfile(ctx, input)
  // The name stands in the header of every page.
  revalidatePath('/', 'layout')
})
