'use server'

import { redirect } from 'next/navigation'
import { createOrganization } from '@/lib/identity/commands/create-organization'
import { signIn } from '@/lib/identity/commands/sign-in'
import { setupSchema } from '@/lib/identity/schemas'
import { guestAction } from '@/lib/platform/action'
import { resolveLocale } from '@/lib/platform/locale'
import { setSessionCookie } from '@/lib/platform/session-cookie'
import { forgetSetupSecret, readSetupSecret } from '@/lib/platform/setup-cookie'

export const createOrganizationAction = guestAction(setupSchema, ['organization', 'firstName', 'lastName', 'email'], async (peer, input) => {
  await createOrganization(peer, await readSetupSecret(), { ...input, locale: await resolveLocale() })
  await forgetSetupSecret()
  await setSessionCookie(await signIn(peer, input))
  redirect('/my-account/api-tokens')
})
