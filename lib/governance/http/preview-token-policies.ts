import { z } from 'zod'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireGovernor } from '../../platform/roles'
import type { GovernedToken } from '../governed-token'
import type { WouldViolate } from '../policy-preview'
import { toTtlPolicy } from '../policy-settings'
import { findPersonNames } from '../queries/find-person-names'
import { listTokensByIds } from '../queries/list-tokens-by-ids'
import { previewPolicy } from '../queries/preview-policy'
import { GOVERNED_TOKEN_SHAPE, governedTokenShape } from './governed-token-shape'
import { ASKED_POLICIES, toSettings } from './policy-shape'
import { POLICIES_PATH } from './token-policies'

const NAMED = 100

const PREVIEW = z
  .object({
    newlyViolating: z.int(),
    newlyCompliant: z.int(),
    unchanged: z.int(),
    users: z.int().meta({ description: 'Of the newly violating tokens' }),
    usedLast7Days: z.int().meta({ description: 'Of the newly violating tokens' }),
    tokens: z.array(GOVERNED_TOKEN_SHAPE).max(NAMED).meta({ description: `The first ${NAMED} of the newly violating tokens, by name, with what they would violate` }),
  })
  .meta({ id: 'PolicyPreview' })

/** The token as it would be from the moment that was looked at on. */
function asItWouldBe(would: WouldViolate, tokens: ReadonlyMap<string, GovernedToken>, since: Date): GovernedToken[] {
  const token = tokens.get(would.id)
  return token ? [{ ...token, violations: would.violations.map((kind) => ({ kind, since })) }] : []
}

export const previewTokenPolicies = callerEndpoint({
  method: 'POST',
  path: `${POLICIES_PATH}/preview`,
  operation: 'previewTokenPolicies',
  summary: 'What saving both would change. Saves nothing',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  body: ASKED_POLICIES,
  answer: PREVIEW,
  run: async (caller, { params, body }) => {
    const ctx = requireGovernor(inOrganization(caller, params))
    const policy = toTtlPolicy(toSettings(body))
    const { at, newlyViolating, newlyCompliant, unchanged, usersViolating, recentlyUsed, first } = await previewPolicy(ctx, policy, { named: NAMED })
    const found = new Map((await listTokensByIds(ctx, first.map(({ id }) => id))).map((token) => [token.id, token]))
    const people = await findPersonNames([...found.values()].map(({ user }) => user.id))
    const tokens = first.flatMap((would) => asItWouldBe(would, found, at)).map((token) => governedTokenShape(token, people, policy))
    return { newlyViolating, newlyCompliant, unchanged, users: usersViolating, usedLast7Days: recentlyUsed, tokens }
  },
})
