import { DomainError } from '../../errors'
import { asRecent } from '../../interface/http/caller'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireGovernor } from '../../platform/roles'
import { revalidate } from '../commands/revalidate'
import { savePolicy } from '../commands/save-policy'
import { findPolicySettings } from '../queries/find-policy-settings'
import { POLICIES, policiesShape, toSettings, WANTED_POLICIES } from './policy-shape'

export const POLICIES_PATH = '/csp/gateway/am/api/orgs/{orgId}/token-policies'

export const findTokenPolicies = callerEndpoint({
  method: 'GET',
  path: POLICIES_PATH,
  operation: 'findTokenPolicies',
  summary: 'Idle Token TTL and Max Token TTL of the organization',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  answer: POLICIES,
  run: async (caller, { params }) => policiesShape(await findPolicySettings(requireGovernor(inOrganization(caller, params)))),
})

/** Nothing waits for it: a run that is cut off is gone on with by the scheduler. */
const meanwhile = (work: () => Promise<void>) => void work()

export const saveTokenPolicies = callerEndpoint({
  method: 'PUT',
  path: POLICIES_PATH,
  operation: 'saveTokenPolicies',
  summary: 'Save both; 409 where somebody saved others after the version was read',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  body: WANTED_POLICIES,
  answer: POLICIES,
  run: async (caller, { params, body }) => {
    const ctx = requireGovernor(asRecent(inOrganization(caller, params)))
    const run = await savePolicy(ctx, { ...toSettings(body), orgId: ctx.orgId, version: body.version })
    if (run) await revalidate(run, meanwhile)
    const saved = await findPolicySettings(ctx)
    // What is saved as it stands already is no conflict to a person with a form; a program is told that it had not read it.
    if (!run && saved.version !== body.version) throw new DomainError('policy_changed')
    return policiesShape(saved)
  },
})
