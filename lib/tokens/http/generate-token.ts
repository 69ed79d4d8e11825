import { z } from 'zod'
import { HttpRefusal } from '../../interface/http/answering'
import type { Caller } from '../../interface/http/caller'
import { callerEndpoint } from '../../interface/http/endpoint'
import { generateToken } from '../commands/generate-token'
import { namingFields } from './body-fields'
import { OWN_TOKENS_PATH } from './list-own-tokens'
import { askedLife, chosenRoles, NEW_TOKEN, usualLife, type NewToken } from './new-token-body'

/** The only answer that ever has the secret. */
export const SECRET = z.object({ apiToken: z.string().meta({ description: 'The secret. It is told once' }) }).meta({ id: 'ApiTokenSecret' })

/** What the form of the console would have sent. */
function asForm(ctx: Caller, body: NewToken) {
  const { all, roles } = chosenRoles(body, ctx.serviceRoles)
  const openId = body.allowedScopes.generalScopes?.includes('openid') ?? false
  if (!all && roles.length === 0 && !openId) throw new HttpRefusal(400, 'scope_required', 'allowedScopes: Name a role that you hold, all roles or openid')
  const life = usualLife(askedLife(body))
  return {
    orgId: ctx.orgId,
    name: body.tokenName,
    description: body.description ?? '',
    ttlValue: life?.value ?? 1,
    ttlUnit: life?.unit ?? ('never' as const),
    scope: all ? ('all' as const) : ('chosen' as const),
    roles: all ? [] : roles,
    openId,
    reminderDays: body.notifyBeforeExpiry ?? 0,
    idempotencyKey: body.idempotencyKey ?? crypto.randomUUID(),
  }
}

export const generateOwnToken = callerEndpoint({
  method: 'POST',
  path: OWN_TOKENS_PATH,
  operation: 'generateToken',
  summary: 'Generate an API token',
  tag: 'Own API tokens',
  body: NEW_TOKEN,
  answer: SECRET,
  run: async (ctx, { body }) => {
    if (body.orgId !== undefined && body.orgId.toLowerCase() !== ctx.orgId) throw new HttpRefusal(404, 'not_found', 'orgId: is not the organization of the access token')
    const { apiToken } = await namingFields(body, () => generateToken(ctx, asForm(ctx, body)))
    return { apiToken }
  },
})
