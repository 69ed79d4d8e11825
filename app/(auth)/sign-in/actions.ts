'use server'

import { redirect } from 'next/navigation'
import { signIn } from '@/lib/identity/commands'
import { ownPath } from '@/lib/identity/own-path'
import { signInSchema } from '@/lib/identity/schemas'
import { guestAction } from '@/lib/platform/action'
import { setSessionCookie } from '@/lib/platform/session-cookie'

/** Where one who has signed in starts, unless another page was asked for. */
const START = '/my-account/api-tokens'

export const signInAction = guestAction(signInSchema, ['email', 'next'], async (peer, input) => {
  await setSessionCookie(await signIn(peer, input))
  redirect(ownPath(input.next, START))
})
