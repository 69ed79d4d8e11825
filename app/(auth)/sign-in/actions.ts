'use server'

import { redirect } from 'next/navigation'
import { signIn } from '@/lib/identity/commands/sign-in'
import { signOut } from '@/lib/identity/commands/sign-out'
import { ownPath } from '@/lib/identity/own-path'
import { signInSchema } from '@/lib/identity/schemas'
import { guestAction } from '@/lib/platform/action'
import { findUser } from '@/lib/platform/context'
import { setSessionCookie } from '@/lib/platform/session-cookie'

/** Where one who has signed in starts, unless another page was asked for. */
const START = '/my-account/api-tokens'

export const signInAction = guestAction(signInSchema, ['email', 'next'], async (peer, input) => {
  const session = await signIn(peer, input)
  // Whoever was signed in here before is no longer.
  const earlier = await findUser()
  if (earlier) await signOut(earlier)
  await setSessionCookie(session)
  redirect(ownPath(input.next, START))
})
