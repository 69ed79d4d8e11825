import { z } from 'zod'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireGoverningOwner } from '../../platform/roles'
import { DEACTIVATION_REASONS } from '../../tokens/deactivation-reason'
import { isUuid } from '../../uuid'
import { activateTokens } from '../commands/activate-tokens'
import { deactivateTokens } from '../commands/deactivate-tokens'
import { deactivateTokensSchema } from '../schemas'
import type { TokenResult } from '../token-change'
import { ORGANIZATION_TOKENS_PATH } from './list-organization-tokens'

/** As many as the console changes by their ids. */
const MAX_IDS = 1_000

const ids = z
  .array(z.string().max(100))
  .min(1, 'names no token')
  .max(MAX_IDS, 'errors.selection_too_large')
  .meta({ description: 'tokenIds; each counts once' })

const DEACTIVATE = z.object({
  ids,
  reason: z.enum(DEACTIVATION_REASONS).default('other').meta({ description: 'other unless another is said; the user is told' }),
  note: deactivateTokensSchema.shape.note.optional().meta({ description: 'The user reads it' }),
})

const SWITCHED = z
  .object({
    successes: z.array(z.string()).meta({ description: 'Those that are so now, be it that they were so already' }),
    failures: z.array(z.object({ id: z.string(), message: z.string() })),
  })
  .meta({ id: 'SwitchedTokens' })

const MESSAGES: Readonly<Record<NonNullable<TokenResult['code']>, string>> = {
  not_found: 'The organization has no API token with this id',
  token_revoked: 'The API token has been revoked by its user and stays so',
}

/** Switches what can be an id, and says of everything asked for, once and in that order, what became of it. */
async function switching(asked: readonly string[], change: (tokenIds: string[]) => Promise<TokenResult[]>): Promise<z.input<typeof SWITCHED>> {
  const named = [...new Set(asked)]
  const tokenIds = [...new Set(named.map((id) => id.toLowerCase()).filter(isUuid))]
  const results = new Map((tokenIds.length > 0 ? await change(tokenIds) : []).map((result) => [result.tokenId, result]))
  const codeOf = (id: string) => {
    const result = results.get(id.toLowerCase())
    return result ? result.code : 'not_found'
  }
  const failures = named.flatMap((id) => {
    const code = codeOf(id)
    return code === null ? [] : [{ id, message: MESSAGES[code] }]
  })
  return { successes: named.filter((id) => codeOf(id) === null), failures }
}

export const deactivateOrganizationTokens = callerEndpoint({
  method: 'POST',
  path: `${ORGANIZATION_TOKENS_PATH}/deactivate`,
  operation: 'deactivateTokens',
  summary: 'Deactivate API tokens of the organization by their ids',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  body: DEACTIVATE,
  answer: SWITCHED,
  run: async (caller, { params, body: { ids: asked, reason, note = '' } }) => {
    const ctx = requireGoverningOwner(inOrganization(caller, params))
    return switching(asked, (tokenIds) => deactivateTokens(ctx, { tokenIds, reason, note }))
  },
})

export const activateOrganizationTokens = callerEndpoint({
  method: 'POST',
  path: `${ORGANIZATION_TOKENS_PATH}/activate`,
  operation: 'activateTokens',
  summary: 'Activate API tokens of the organization by their ids',
  tag: 'Governance',
  params: OF_ORGANIZATION,
  body: z.object({ ids }),
  answer: SWITCHED,
  run: async (caller, { params, body: { ids: asked } }) => {
    const ctx = requireGoverningOwner(inOrganization(caller, params))
    return switching(asked, (tokenIds) => activateTokens(ctx, { tokenIds }))
  },
})
