import { effectivePermissions, isOrgRole, type HeldRoles } from '../../identity/permissions'
import { Prisma } from '../../platform/generated/prisma/client'
import { toTtl } from '../../time'
import type { OwnToken } from '../own-token'
import { tokenState } from '../token-state'
import type { Names } from './find-names'
import { toDeactivated, toViolations } from './stored-facts'

/** What a list reads of a token: what is not named here cannot leak. */
export const OWN_TOKEN = Prisma.sql`
  id, t.name, t.description, t.last_four AS "lastFour", t.generation, t.all_roles AS "allRoles", t.org_roles AS "orgRoles",
  t.service_roles AS "serviceRoles", t.open_id AS "openId", t.created_at AS "createdAt", t.issued_at AS "issuedAt",
  t.ttl_value AS "ttlValue", t.ttl_unit AS "ttlUnit", t.expires_at AS "expiresAt", t.reminder_days AS "reminderDays",
  l.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt", t.deactivated_at AS "deactivatedAt", t.deactivated_by AS "deactivatedBy",
  t.deactivation_reason AS "deactivationReason", t.deactivation_note AS "deactivationNote",
  l.max_violation AS "maxViolation", l.max_violation_since AS "maxViolationSince", l.idle_violation_since AS "idleViolationSince"`

/** What is shown as it is stored. */
type Shown = Pick<
  OwnToken,
  'id' | 'name' | 'description' | 'lastFour' | 'generation' | 'allRoles' | 'openId' | 'createdAt' | 'issuedAt' | 'expiresAt' | 'reminderDays' | 'lastUsedAt' | 'revokedAt'
>

export type OwnTokenRow = Shown & {
  orgRoles: string[]
  serviceRoles: string[]
  ttlValue: number | null
  ttlUnit: string | null
  deactivatedAt: Date | null
  deactivatedBy: string | null
  deactivationReason: string | null
  deactivationNote: string | null
  maxViolation: string | null
  maxViolationSince: Date | null
  idleViolationSince: Date | null
}

function toLostScopes(row: OwnTokenRow, held: HeldRoles): string[] {
  const counts = new Set(effectivePermissions({ ...row, allRoles: false }, held))
  return [...row.orgRoles.filter((role) => !counts.has(`csp:${role}`)), ...row.serviceRoles.filter((scope) => !counts.has(scope))]
}

/** The token that a row stands for, as its user, who holds `held`, is shown it at `now`. */
export function toOwnToken(row: OwnTokenRow, names: Names, held: HeldRoles, now: Date): OwnToken {
  const { id, name, description, lastFour, generation, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, revokedAt, reminderDays } = row
  const { expired } = tokenState(row, now)
  return {
    ...{ id, name, description, lastFour, generation, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, revokedAt, reminderDays },
    orgRoles: row.orgRoles.filter(isOrgRole),
    serviceRoles: row.serviceRoles.map((scope) => ({ scope, displayName: names.serviceRoles.get(scope) ?? scope })),
    lostScopes: toLostScopes(row, held),
    powerless: !openId && effectivePermissions(row, held).length === 0,
    expired,
    deactivated: toDeactivated(row, names),
    violations: revokedAt || expired ? [] : toViolations(row),
    ttl: toTtl(row),
  }
}
