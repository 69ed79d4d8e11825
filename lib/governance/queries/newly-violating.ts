import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import { toTtl } from '../../time'
import type { WouldViolate } from '../policy-preview'
import type { TtlPolicy, Violation } from '../violation'
import { isOfOrganization, UNUSED_SINCE } from './token-conditions'
import { foundIdleViolation, foundMaxViolation, isFoundViolating, WAS_VIOLATING } from './violation-conditions'

const sql = Prisma.sql

/** Names in one order for every language and machine, see the migration add_governance. */
const BY_NAME = sql`t.name COLLATE "und-x-icu"`

export type NewlyViolatingRow = {
  id: string
  name: string
  lastFour: string
  userName: string
  userEmail: string
  ttlValue: number | null
  ttlUnit: string | null
  issuedAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  unusedSince: Date
  max: string | null
  idle: boolean
}

type Slice = { behind?: { name: string; id: string } | null; limit: number }

/**
 * The tokens that `policy` would make violate, by name: those behind `behind`, `limit` at most. Found before they are
 * sorted (OFFSET 0): by name, few are met late or never. Each is looked up by its id, or PostgreSQL, which cannot tell
 * how few they are, reads every token of every organization.
 */
export function newlyViolatingRows(ctx: GovernorContext, policy: TtlPolicy, now: Date, { behind = null, limit }: Slice): Prisma.Sql {
  const rest = behind ? sql`(${BY_NAME}, l.id) > (${behind.name} COLLATE "und-x-icu", ${behind.id}::uuid)` : sql`TRUE`
  return sql`
    SELECT l.id, t.name, t.last_four AS "lastFour", t.user_name AS "userName", t.user_email AS "userEmail", t.ttl_value AS "ttlValue",
           t.ttl_unit AS "ttlUnit", t.issued_at AS "issuedAt", t.expires_at AS "expiresAt", l.last_used_at AS "lastUsedAt", ${UNUSED_SINCE} AS "unusedSince",
           l.max, l.idle
      FROM (SELECT *, ${foundMaxViolation(policy, now)} AS max, ${foundIdleViolation(policy, now)} AS idle
              FROM token_life l WHERE ${isOfOrganization(ctx)} AND NOT ${WAS_VIOLATING} AND ${isFoundViolating(policy, now)} OFFSET 0) l
     CROSS JOIN LATERAL (SELECT * FROM api_token t WHERE t.org_id = l.org_id AND t.id = l.id OFFSET 0) t
     WHERE ${rest} ORDER BY ${BY_NAME}, l.id LIMIT ${limit}`
}

function toViolations({ max, idle }: NewlyViolatingRow): Violation[] {
  const byMax = max === null ? [] : [max === 'never_expires' ? 'never_expires' : 'max_ttl_exceeded'] as const
  return idle ? [...byMax, 'idle_ttl_exceeded'] : [...byMax]
}

/** The token that a row of newlyViolatingRows stands for. */
export function toWouldViolate(row: NewlyViolatingRow): WouldViolate {
  const { id, name, lastFour, lastUsedAt, unusedSince } = row
  return {
    ...{ id, name, lastFour, lastUsedAt, unusedSince },
    user: { name: row.userName, email: row.userEmail },
    ttl: toTtl(row),
    violations: toViolations(row),
  }
}
