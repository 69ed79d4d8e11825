import { z } from 'zod'
import type { TtlPolicy, Violation } from '../../governance/violation'
import { limitSeconds } from '../../governance/ttl-policy'
import { scopeNames, type NamedScopes } from '../scope-names'
import { DEACTIVATION_REASONS, type DeactivationReason } from '../deactivation-reason'

export const INSTANT = z.int().meta({ description: 'Epoch milliseconds' })

const KINDS = { max_ttl_exceeded: 'MAX_TTL_EXCEEDED', never_expires: 'NEVER_EXPIRES', idle_ttl_exceeded: 'IDLE_TTL_EXCEEDED' } as const satisfies Record<Violation, string>

/** A limit that a token breaks. */
const VIOLATION = z
  .object({
    kind: z.enum(['MAX_TTL_EXCEEDED', 'NEVER_EXPIRES', 'IDLE_TTL_EXCEEDED']),
    since: INSTANT,
    limitSeconds: z.int().nullable().meta({ description: "Today's limit; null where that policy is off by now" }),
  })
  .meta({ id: 'Violation' })

/** What every list of tokens tells of one. It has no secret. */
export const TOKEN_FIELDS = {
  tokenId: z.uuid(),
  tokenName: z.string(),
  description: z.string().nullable(),
  lastChars: z.string().meta({ description: 'The last four characters of the secret' }),
  scope: z.array(z.string()).meta({ description: 'openid, ALL_ROLES, csp:<organization role>, external/<service>/<role>' }),
  status: z.enum(['ACTIVATED', 'DEACTIVATED']),
  deactivated: z
    .object({ by: z.string().meta({ description: 'Name of the owner' }), at: INSTANT, reason: z.enum(DEACTIVATION_REASONS), note: z.string().nullable() })
    .nullable(),
  createdAt: INSTANT,
  issuedAt: INSTANT.meta({ description: 'Creation or latest regeneration, epoch milliseconds' }),
  expiresAt: INSTANT.nullable(),
  lastUsedAt: INSTANT.nullable(),
  openId: z.boolean(),
  notifyBeforeExpiry: z.int().nullable().meta({ description: 'Days before expiry at which its user is reminded' }),
  violations: z.array(VIOLATION),
} as const

export const OWN_TOKEN = z.object(TOKEN_FIELDS).meta({ id: 'ApiToken' })

/** What OwnToken and GovernedToken have in common. */
type Told = NamedScopes & {
  id: string
  name: string
  description: string | null
  lastFour: string
  createdAt: Date
  issuedAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  reminderDays: number | null
  deactivated: { at: Date; by: string; reason: DeactivationReason; note: string | null } | null
  violations: readonly { kind: Violation; since: Date }[]
}

/** @param policy today's, for the limits that a violation is of */
function violationShapes(violations: Told['violations'], policy: TtlPolicy) {
  return violations.map(({ kind, since }) => {
    const limit = kind === 'idle_ttl_exceeded' ? policy.idle : policy.max
    return { kind: KINDS[kind], since: since.getTime(), limitSeconds: limit && limitSeconds(limit) }
  })
}

/** A token as lists tell it. */
export function tokenShape(token: Told, policy: TtlPolicy): z.input<typeof OWN_TOKEN> {
  const { deactivated } = token
  return {
    tokenId: token.id,
    tokenName: token.name,
    description: token.description,
    lastChars: token.lastFour,
    scope: scopeNames(token),
    status: deactivated ? 'DEACTIVATED' : 'ACTIVATED',
    deactivated: deactivated && { ...deactivated, at: deactivated.at.getTime() },
    createdAt: token.createdAt.getTime(),
    issuedAt: token.issuedAt.getTime(),
    expiresAt: token.expiresAt?.getTime() ?? null,
    lastUsedAt: token.lastUsedAt?.getTime() ?? null,
    openId: token.openId,
    notifyBeforeExpiry: token.reminderDays,
    violations: violationShapes(token.violations, policy),
  }
}
