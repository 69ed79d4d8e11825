import { isOrgRole } from '../../identity/permissions'
import { Prisma } from '../../platform/generated/prisma/client'
import { toTtl } from '../../time'
import type { Names } from '../../tokens/queries/find-names'
import { toDeactivated, toViolations } from '../../tokens/queries/stored-facts'
import { tokenState } from '../../tokens/token-state'
import type { GovernedToken } from '../governed-token'
import type { Sortable } from '../list-cursor'

/** What is read of a token, a row of TOKENS: what is not named here cannot leak. */
export const GOVERNED_TOKEN = Prisma.sql`
  t.id, t.name, t.description, t.last_four AS "lastFour", t.user_id AS "userId", t.user_name AS "userName", t.user_email AS "userEmail",
  t.all_roles AS "allRoles", t.org_roles AS "orgRoles", t.service_roles AS "serviceRoles", t.open_id AS "openId",
  t.created_at AS "createdAt", t.issued_at AS "issuedAt", t.ttl_value AS "ttlValue", t.ttl_unit AS "ttlUnit", t.expires_at AS "expiresAt",
  l.last_used_at AS "lastUsedAt", t.reminder_days AS "reminderDays", t.revoked_at AS "revokedAt", t.deactivated_at AS "deactivatedAt", t.deactivated_by AS "deactivatedBy",
  t.deactivation_reason AS "deactivationReason", t.deactivation_note AS "deactivationNote",
  l.max_violation AS "maxViolation", l.max_violation_since AS "maxViolationSince", l.idle_violation_since AS "idleViolationSince",
  (SELECT CASE WHEN u.state = 'active' THEN m.status WHEN m.status = 'removed' THEN 'removed' ELSE 'suspended' END
     FROM membership m JOIN user_account u ON u.id = m.user_id
    WHERE m.org_id = t.org_id AND m.user_id = t.user_id) AS "userStatus"`

type Shown = Pick<GovernedToken, 'id' | 'name' | 'description' | 'lastFour' | 'allRoles' | 'openId' | 'createdAt' | 'issuedAt' | 'expiresAt' | 'lastUsedAt' | 'reminderDays' | 'revokedAt'>

export type GovernedTokenRow = Shown &
  Sortable & {
    userId: string
    userEmail: string
    userStatus: string | null
    serviceRoles: string[]
    ttlValue: number | null
    ttlUnit: string | null
    deactivatedBy: string | null
    deactivationReason: string | null
    deactivationNote: string | null
    maxViolation: string | null
  }

const STATUSES = ['active', 'suspended', 'removed'] as const

function toUser({ userId, userName, userEmail, userStatus }: GovernedTokenRow): GovernedToken['user'] {
  return { id: userId, name: userName, email: userEmail, status: STATUSES.find((status) => status === userStatus) ?? 'removed' }
}

/** The token that a row stands for, as owners and administrators are shown it at `now`. */
export function toGovernedToken(row: GovernedTokenRow, names: Names, now: Date): GovernedToken {
  const { id, name, description, lastFour, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, reminderDays, revokedAt } = row
  const { expired } = tokenState(row, now)
  return {
    ...{ id, name, description, lastFour, allRoles, openId, createdAt, issuedAt, expiresAt, lastUsedAt, reminderDays, revokedAt, expired },
    user: toUser(row),
    orgRoles: row.orgRoles.filter(isOrgRole),
    serviceRoles: row.serviceRoles.map((scope) => ({ scope, displayName: names.serviceRoles.get(scope) ?? scope })),
    ttl: toTtl(row),
    deactivated: toDeactivated(row, names),
    violations: revokedAt || expired ? [] : toViolations(row),
  }
}
