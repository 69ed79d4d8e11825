'use server'

import { redirect } from 'next/navigation'
import { listAddress } from '@/lib/governance/list-address'
import { postedSearchSchema } from '@/lib/governance/posted-search'
import { findSearched } from '@/lib/governance/queries/find-searched'
import { formAction } from '@/lib/platform/action'
import { requireGovernor } from '@/lib/platform/roles'

export const searchTokensAction = formAction(postedSearchSchema, [], async (ctx, { text, place: { filter, sort, size } }): Promise<void> => {
  const searched = await findSearched(requireGovernor(ctx), text)
  redirect(listAddress({ filter: { ...filter, ...searched }, sort, size }))
})
