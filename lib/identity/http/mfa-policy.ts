import { z } from 'zod'
import { asRecent, type Caller } from '../../interface/http/caller'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireOwner } from '../../platform/roles'
import { enforceTokenMfa } from '../commands/enforce-token-mfa'
import { findMfaPolicy } from '../queries/find-mfa-policy'

const PATH = '/csp/gateway/am/api/orgs/{orgId}/mfa-api-token-policy'

const POLICY = z
  .object({
    enforced: z.boolean(),
    since: z.int().nullable().meta({ description: 'Epoch milliseconds' }),
    tokenUsers: z.int().meta({ description: 'Active members with an API token that can be exchanged' }),
    usersWithoutDevice: z.int().meta({ description: 'Those of them without an active MFA device' }),
  })
  .meta({ id: 'MfaApiTokenPolicy' })

const requireOwnerOf = (ctx: Caller, params: z.output<typeof OF_ORGANIZATION>) => asRecent(requireOwner(inOrganization(ctx, params)))

async function readPolicy(owner: ReturnType<typeof requireOwnerOf>) {
  const { since, ...policy } = await findMfaPolicy(owner)
  return { ...policy, since: since?.getTime() ?? null }
}

export const showMfaPolicy = callerEndpoint({
  method: 'GET',
  path: PATH,
  operation: 'findMfaApiTokenPolicy',
  summary: 'Whether the organization enforces MFA for API tokens',
  tag: 'MFA',
  params: OF_ORGANIZATION,
  answer: POLICY,
  run: async (ctx, { params }) => readPolicy(requireOwnerOf(ctx, params)),
})

const enforcing = (verb: 'activate' | 'deactivate', enforced: boolean, summary: string) =>
  callerEndpoint({
    method: 'POST',
    path: `${PATH}/${verb}`,
    operation: `${verb}MfaApiTokenPolicy`,
    summary,
    tag: 'MFA',
    params: OF_ORGANIZATION,
    answer: POLICY,
    run: async (ctx, { params }) => {
      const owner = requireOwnerOf(ctx, params)
      await enforceTokenMfa(owner, { enforced })
      return readPolicy(owner)
    },
  })

export const activateMfaPolicy = enforcing('activate', true, 'Enforce MFA for the API tokens of everybody in the organization')
export const deactivateMfaPolicy = enforcing('deactivate', false, 'Stop enforcing MFA for API tokens; needs an access token got with a passcode')
