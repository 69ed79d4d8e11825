'use server'

import { refresh } from 'next/cache'
import { after } from 'next/server'
import { revalidate } from '@/lib/governance/commands/revalidate'
import { savePolicy } from '@/lib/governance/commands/save-policy'
import { previewPolicySchema, SHOWN_POLICY_FIELDS, submitPolicySchema } from '@/lib/governance/policy-schemas'
import { toTtlPolicy } from '@/lib/governance/policy-settings'
import { previewPolicy } from '@/lib/governance/queries/preview-policy'
import { renewWithPassword } from '@/lib/identity/commands/renew-sign-in'
import { action, formAction } from '@/lib/platform/action'
import { requireGovernor } from '@/lib/platform/roles'

export const previewPolicyAction = action(previewPolicySchema, (ctx, policy) => previewPolicy(requireGovernor(ctx), policy))

/** Saves, or before JavaScript shows what saving would change: whichever button was pressed. */
export const submitPolicyAction = formAction(submitPolicySchema, SHOWN_POLICY_FIELDS, async (ctx, { intent, password, ...wanted }) => {
  if (intent === 'preview') {
    const { idle, max, version } = wanted
    return { kind: 'previewed' as const, preview: await previewPolicy(requireGovernor(ctx), toTtlPolicy(wanted)), typed: { idle, max }, version }
  }
  const run = await savePolicy(requireGovernor(await renewWithPassword(ctx, password)), wanted)
  if (run) await revalidate(run, after)
  refresh()
  return { kind: 'saved' as const, version: run ? wanted.version + 1 : null }
})
