import type { GovernorContext, OwnerContext } from '../../platform/roles'
import { Prisma } from '../../platform/generated/prisma/client'
import { addTtl } from '../../time'
import type { SortKey } from '../list-address'
import { NO_TOKEN, type TokenFilter } from '../token-filter'

const sql = Prisma.sql

/**
 * Instants with the one that there is not at one end. Each is written as the index of its order is, see the migration
 * add_governance: written otherwise, PostgreSQL reads the whole table.
 */
export const EXPIRES = sql`coalesce(expires_at, 'infinity'::timestamptz)`
export const LAST_USED = sql`coalesce(last_used_at, '-infinity'::timestamptz)`
export const DEACTIVATED = sql`coalesce(deactivated_at, '-infinity'::timestamptz)`
export const VIOLATING = sql`coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)`
export const UNUSED_SINCE = sql`GREATEST(issued_at, last_used_at)`
const SEARCHED = sql`lower(name || ' ' || last_four || ' ' || user_name || ' ' || user_email)`

/** The tokens of the organization shown. Every query on them starts here. */
export function isOfOrganization({ orgId }: GovernorContext | OwnerContext): Prisma.Sql {
  return sql`org_id = ${orgId}::uuid`
}

const days = (value: number) => ({ value, unit: 'days' }) as const

/** No character of `search` is a wildcard. */
function isFoundBy(search: string): Prisma.Sql {
  return sql`${SEARCHED} LIKE lower(${`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`})`
}

function hasStatus(status: TokenFilter['status']): Prisma.Sql {
  if (status === 'revoked') return sql`revoked_at IS NOT NULL`
  if (status === null) return sql`revoked_at IS NULL`
  return status === 'activated' ? sql`revoked_at IS NULL AND ${DEACTIVATED} = '-infinity'` : sql`revoked_at IS NULL AND ${DEACTIVATED} > '-infinity'`
}

/** An expired token violates nothing, whatever the latest validation found before. */
function violates(kind: NonNullable<TokenFilter['violation']>, now: Date): Prisma.Sql {
  const stored = { any: sql`${VIOLATING} < 'infinity'`, max: sql`max_violation_since IS NOT NULL AND ${VIOLATING} < 'infinity'`, idle: sql`idle_violation_since IS NOT NULL AND ${VIOLATING} < 'infinity'` }
  return sql`${stored[kind]} AND ${EXPIRES} > ${now}`
}

function hasRole(role: string): Prisma.Sql {
  if (role === 'all') return sql`all_roles`
  return role.startsWith('external/') ? sql`service_roles @> ARRAY[${role}]` : sql`org_roles @> ARRAY[${role}]`
}

function expires(when: NonNullable<TokenFilter['expires']>, now: Date): Prisma.Sql {
  if (when === 'never') return sql`${EXPIRES} = 'infinity'`
  if (when === 'expired') return sql`${EXPIRES} <= ${now}`
  if (when === 'live') return sql`${EXPIRES} > ${now}`
  return sql`${EXPIRES} > ${now} AND ${EXPIRES} <= ${addTtl(now, days(when))}`
}

function isUnused(since: NonNullable<TokenFilter['unused']>, now: Date): Prisma.Sql {
  return since === 'ever' ? sql`${LAST_USED} = '-infinity'` : sql`${UNUSED_SINCE} <= ${addTtl(now, days(-since))}`
}

/** What is looked through at all: revoked tokens, or those that are not. A token that was asked for by its secret is shown whatever became of it. */
export function isLookedThrough({ token, status }: TokenFilter): Prisma.Sql {
  return token === null || status !== null ? hasStatus(status) : sql`TRUE`
}

/** Something that a token must be, with the order of the list that has its index sorted by just that. */
type Condition = { holds: Prisma.Sql; sort: SortKey | null }

/** What of the tokens looked through `filter` leaves in, at `now`. */
export function conditionsOf({ search, token, status, violation, user, role, expires: when, unused }: TokenFilter, now: Date): Condition[] {
  return [
    ...(token === null ? [] : [{ holds: token === NO_TOKEN ? sql`FALSE` : sql`id = ${token}::uuid`, sort: null }]),
    ...(search === '' ? [] : [{ holds: isFoundBy(search), sort: null }]),
    ...(violation === null ? [] : [{ holds: status === 'revoked' ? sql`FALSE` : violates(violation, now), sort: 'violation' as const }]),
    ...(user === null ? [] : [{ holds: sql`user_id = ${user}::uuid`, sort: null }]),
    ...(role === null ? [] : [{ holds: hasRole(role), sort: null }]),
    ...(when === null ? [] : [{ holds: expires(when, now), sort: 'expires' as const }]),
    ...(unused === null ? [] : [{ holds: isUnused(unused, now), sort: unused === 'ever' ? ('used' as const) : null }]),
  ]
}

/** Whether a token of the organization is among those that `filter` looks at, at `now`. */
export function matchesFilter(filter: TokenFilter, now: Date): Prisma.Sql {
  return Prisma.join([isLookedThrough(filter), ...conditionsOf(filter, now).map(({ holds }) => holds)], ' AND ')
}
