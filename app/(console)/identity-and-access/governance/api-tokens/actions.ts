'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { activateGovernance } from '@/lib/governance/commands/activate-governance'
import { revalidate } from '@/lib/governance/commands/revalidate'
import { GOVERNANCE_PATH, listAddress } from '@/lib/governance/list-address'
import { postedSearchSchema } from '@/lib/governance/posted-search'
import { findSearched } from '@/lib/governance/queries/find-searched'
import { noFieldsSchema } from '@/lib/identity/schemas'
import { formAction } from '@/lib/platform/action'
import { requireGovernor, requireOwner } from '@/lib/platform/roles'

export const searchTokensAction = formAction(postedSearchSchema, [], async (ctx, { text, place: { filter, sort, size } }): Promise<void> => {
  const searched = await findSearched(requireGovernor(ctx), text)
  redirect(listAddress({ filter: { ...filter, ...searched }, sort, size }))
})

export const activateGovernanceAction = formAction(noFieldsSchema, [], async (ctx) => {
  const run = await activateGovernance(requireOwner(ctx))
  if (run) await revalidate(run, after)
  redirect(GOVERNANCE_PATH)
})
