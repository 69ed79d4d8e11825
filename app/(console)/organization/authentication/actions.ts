'use server'

import { refresh } from 'next/cache'
import { enforceTokenMfa } from '@/lib/identity/commands/enforce-token-mfa'
import { renewWithPassword } from '@/lib/identity/commands/renew-sign-in'
import { postedEnforceSchema } from '@/lib/identity/posted-mfa'
import { formAction } from '@/lib/platform/action'
import { requireRecentSignIn } from '@/lib/platform/recent-sign-in'
import { requireOwner, requireShown } from '@/lib/platform/roles'

export const enforceMfaAction = formAction(postedEnforceSchema, ['enforced'], async (ctx, { orgId, password, enforced }): Promise<boolean> => {
  const owner = requireOwner(requireShown(await renewWithPassword(ctx, password), orgId))
  await enforceTokenMfa(requireRecentSignIn(owner), { enforced })
  refresh()
  return enforced
})
