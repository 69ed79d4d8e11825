import type { GovernedToken } from './governed-token'

/** The facts of a token that an export has: a column each, in this order. */
export const EXPORT_COLUMNS = [
  'id', 'name', 'lastFour', 'description', 'user', 'email', 'userStatus', 'status', 'expired', 'violations', 'violatingSince', 'organizationRoles',
  'serviceRoles', 'allRoles', 'openId', 'created', 'issued', 'ttl', 'expires', 'lastUsed', 'deactivated', 'deactivatedBy', 'reason', 'note', 'revoked',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

function statusOf({ revokedAt, deactivated }: GovernedToken): string {
  if (revokedAt) return 'revoked'
  return deactivated ? 'deactivated' : 'activated'
}

const instant = (at: Date | null | undefined) => at?.toISOString() ?? null

function earliest(dates: Date[]): Date | undefined {
  return dates.toSorted((one, other) => one.getTime() - other.getTime())[0]
}

/** A token as programs read it: instants in UTC, roles and reasons by the names that they have in the API. */
export function toExported(token: GovernedToken) {
  const { id, name, lastFour, description, user, expired, violations, orgRoles, serviceRoles, allRoles, openId, ttl, deactivated } = token
  return {
    ...{ id, name, lastFour, description, user: user.name, email: user.email, userStatus: user.status, status: statusOf(token), expired },
    violations: violations.map(({ kind }) => kind),
    violatingSince: instant(earliest(violations.map(({ since }) => since))),
    organizationRoles: orgRoles,
    serviceRoles: serviceRoles.map(({ scope }) => scope),
    ...{ allRoles, openId, created: instant(token.createdAt), issued: instant(token.issuedAt), ttl: ttl && `${ttl.value} ${ttl.unit}` },
    ...{ expires: instant(token.expiresAt), lastUsed: instant(token.lastUsedAt), deactivated: instant(deactivated?.at) },
    ...{ deactivatedBy: deactivated?.by ?? null, reason: deactivated?.reason ?? null, note: deactivated?.note ?? null, revoked: instant(token.revokedAt) },
  } satisfies Record<ExportColumn, unknown>
}
