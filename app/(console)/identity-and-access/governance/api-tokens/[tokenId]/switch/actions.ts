'use server'

import { redirect } from 'next/navigation'
import { DomainError } from '@/lib/errors'
import { activateTokens } from '@/lib/governance/commands/activate-tokens'
import { deactivateTokens } from '@/lib/governance/commands/deactivate-tokens'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { POSTED_SWITCH_FIELDS, postedSwitchSchema } from '@/lib/governance/posted-switch'
import { formAction } from '@/lib/platform/action'
import { requireGoverningOwner } from '@/lib/platform/roles'

export const switchTokenAction = formAction(postedSwitchSchema, POSTED_SWITCH_FIELDS, async (ctx, input): Promise<void> => {
  const owner = requireGoverningOwner(ctx)
  const [result] = input.kind === 'deactivate' ? await deactivateTokens(owner, input) : await activateTokens(owner, input)
  if (result?.code) throw new DomainError(result.code)
  redirect(`${GOVERNANCE_PATH}?details=${input.tokenIds[0]}`)
})
