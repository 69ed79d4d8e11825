'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { activateGovernance } from '@/lib/governance/commands/activate-governance'
import { activateTokens } from '@/lib/governance/commands/activate-tokens'
import { continueBulkChange } from '@/lib/governance/commands/continue-bulk-change'
import { deactivateTokens } from '@/lib/governance/commands/deactivate-tokens'
import { revalidate } from '@/lib/governance/commands/revalidate'
import { startBulkChange } from '@/lib/governance/commands/start-bulk-change'
import { startValidation } from '@/lib/governance/commands/start-validation'
import { GOVERNANCE_PATH, listAddress } from '@/lib/governance/list-address'
import { postedSearchSchema } from '@/lib/governance/posted-search'
import { countChangeable } from '@/lib/governance/queries/changeable-tokens'
import { findSearched } from '@/lib/governance/queries/find-searched'
import { activateTokensSchema, changeMatchingSchema, countMatchingSchema, deactivateTokensSchema } from '@/lib/governance/schemas'
import { noFieldsSchema, postedOrganizationSchema } from '@/lib/identity/schemas'
import { action, formAction } from '@/lib/platform/action'
import { requireGoverningOwner, requireGovernor, requireOwner } from '@/lib/platform/roles'

export const searchTokensAction = formAction(postedSearchSchema, [], async (ctx, { text, place: { filter, sort, size } }): Promise<void> => {
  const searched = await findSearched(requireGovernor(ctx), text)
  redirect(listAddress({ filter: { ...filter, ...searched }, sort, size }))
})

export const deactivateTokensAction = action(deactivateTokensSchema, async (ctx, input) => {
  const results = await deactivateTokens(requireGoverningOwner(ctx), input)
  refresh()
  return results
})

export const activateTokensAction = action(activateTokensSchema, async (ctx, input) => {
  const results = await activateTokens(requireGoverningOwner(ctx), input)
  refresh()
  return results
})

export const countMatchingAction = action(countMatchingSchema, async (ctx, input) => countChangeable(requireGoverningOwner(ctx), input))

export const changeMatchingAction = action(changeMatchingSchema, async (ctx, input) => {
  const change = await startBulkChange(requireGoverningOwner(ctx), input)
  after(async () => {
    await continueBulkChange(change)
  })
  refresh()
})

export const validateNowAction = formAction(noFieldsSchema, [], async (ctx): Promise<void> => {
  await revalidate(await startValidation(requireGoverningOwner(ctx)), after)
  refresh()
})

export const activateGovernanceAction = formAction(postedOrganizationSchema, [], async (ctx, input) => {
  const run = await activateGovernance(requireOwner(ctx), input)
  if (run) await revalidate(run, after)
  redirect(GOVERNANCE_PATH)
})
