import { z } from 'zod'
import { isOrgRole } from '../../identity/permissions'
import { TTL_UNITS, ttlOfSeconds, type Ttl, type TtlUnit } from '../../time'
import { generateTokenSchema } from '../schemas'
import { DEFAULT_TTL } from '../token-ttl'

const UPPER_UNITS = ['MINUTES', 'HOURS', 'DAYS', 'MONTHS'] as const
/** Roles that one request may name of one kind. */
const MAX_ROLES = 200

const { name, description, ttlValue, idempotencyKey } = generateTokenSchema.shape

const seconds = z
  .int('errors.ttl_not_whole')
  .min(60, 'errors.ttl_too_short')
  .max(Number.MAX_SAFE_INTEGER, 'errors.ttl_too_long')

/** How long a token lives, in one of two ways. */
const LIFE = {
  refreshTokenTTL: seconds.nullable().optional().meta({ description: 'Seconds, from 60 to as many as 60 months have, or as the organization allows; null: never expires', examples: [15_552_000] }),
  ttlValue: ttlValue.optional().meta({ description: 'Instead of refreshTokenTTL, with ttlUnit' }),
  ttlUnit: z.enum([...UPPER_UNITS, ...TTL_UNITS], 'errors.ttl_required').optional(),
}
type Life = z.output<z.ZodObject<typeof LIFE>>

function refuseHalfLife({ refreshTokenTTL, ttlValue: value, ttlUnit: unit }: Life, context: z.RefinementCtx): void {
  if ((value === undefined) !== (unit === undefined)) context.addIssue({ code: 'custom', path: [value === undefined ? 'ttlValue' : 'ttlUnit'], message: 'errors.ttl_required' })
  if (refreshTokenTTL !== undefined && value !== undefined) context.addIssue({ code: 'custom', path: ['refreshTokenTTL'], message: 'give either this or ttlValue and ttlUnit' })
}

/** The life asked for; null: never expires; undefined: nothing was said of it. */
export function askedLife({ refreshTokenTTL, ttlValue: value, ttlUnit: unit }: Life): Ttl | null | undefined {
  if (value !== undefined && unit !== undefined) return { value, unit: unit.toLowerCase() as TtlUnit }
  return typeof refreshTokenTTL === 'number' ? ttlOfSeconds(refreshTokenTTL) : refreshTokenTTL
}

const ROLE = z.object({ name: z.string().max(200) })

/** What a token is for; the same names as the answers have. Fields of the console replaced that mean nothing here are ignored. */
const ALLOWED_SCOPES = z
  .object({
    generalScopes: z.array(z.enum(['openid', 'group_ids', 'group_names'])).max(10).optional().meta({ description: 'The scopes of groups mean nothing here: clients of the console replaced name them beside openid' }),
    organizationScopes: z
      .object({
        allRoles: z.boolean().nullish().meta({ description: 'The roles held at each exchange, of organization and services, later ones included' }),
        roles: z.array(z.object({ name: z.string().refine(isOrgRole, 'errors.role_not_held') })).max(MAX_ROLES).nullish(),
      })
      .nullish(),
    servicesScopes: z
      .array(
        z.object({
          serviceDefinitionId: z.string().max(64),
          allRoles: z.boolean().nullish().meta({ description: 'Those roles of this service that are held now' }),
          roles: z.array(ROLE).max(MAX_ROLES).nullish(),
        }),
      )
      .max(MAX_ROLES)
      .nullish(),
  })
  .meta({ description: 'What the token is for', examples: [{ generalScopes: ['openid'], organizationScopes: { roles: [{ name: 'org_member' }] } }] })

/** What a request to generate a token says. */
export const NEW_TOKEN = z
  .object({
    tokenName: name.meta({ examples: ['pipeline'] }),
    description: description.optional(),
    ...LIFE,
    notifyBeforeExpiry: z.int('errors.reminder_invalid').min(0, 'errors.reminder_invalid').max(365, 'errors.reminder_invalid').nullish().meta({ description: 'Days before expiry; 0 or null: no reminder' }),
    allowedScopes: ALLOWED_SCOPES,
    orgId: z.uuid().optional().meta({ description: 'The organization of the access token, which is meant anyway' }),
    idempotencyKey: idempotencyKey.optional().meta({ description: 'The second request with the same one makes no second token' }),
  })
  .superRefine(refuseHalfLife)
export type NewToken = z.output<typeof NEW_TOKEN>

/** A shorter life than before may be asked for with a new secret. */
export const RENEWED_TOKEN = z
  .object({ ...LIFE, refreshTokenTTL: seconds.optional().meta({ description: 'Seconds, from 60 to as many as before. None: as before' }), generation: z.int().min(1).max(2_147_483_646).optional().meta({ description: 'That the token had when you looked; none: that of now' }) })
  .superRefine(refuseHalfLife)

/** The scopes that a request names, as the form of the console names them. */
export function chosenRoles({ allowedScopes: { organizationScopes, servicesScopes } }: NewToken, heldServiceRoles: readonly string[]) {
  const ofServices = (servicesScopes ?? []).flatMap(({ serviceDefinitionId, allRoles, roles }) => {
    const named = (roles ?? []).map((role) => `external/${serviceDefinitionId}/${role.name}`)
    return allRoles ? [...named, ...heldServiceRoles.filter((role) => role.startsWith(`external/${serviceDefinitionId}/`))] : named
  })
  return { all: organizationScopes?.allRoles === true, roles: [...(organizationScopes?.roles ?? []).map((role) => role.name), ...ofServices] }
}

/** The life of a token that nobody said anything of. */
export const usualLife = (life: Ttl | null | undefined): Ttl | null => (life === undefined ? DEFAULT_TTL : life)
