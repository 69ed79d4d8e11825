import type { GovernorContext, OwnerContext } from '../../platform/roles'
import { Prisma } from '../../platform/generated/prisma/client'
import { addTtl } from '../../time'
import { isFoundBy } from '../../tokens/queries/search-condition'
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

/** The tokens of the organization shown. Every query on them starts here. */
export function isOfOrganization({ orgId }: GovernorContext | OwnerContext): Prisma.Sql {
  return sql`org_id = ${orgId}::uuid`
}

const days = (value: number) => ({ value, unit: 'days' }) as const

/** What the latest validation found. */
function isFlagged(kind: NonNullable<TokenFilter['violation']>): Prisma.Sql {
  const stored = { any: sql`(max_violation_since IS NOT NULL OR idle_violation_since IS NOT NULL)`, max: sql`max_violation_since IS NOT NULL`, idle: sql`idle_violation_since IS NOT NULL` }
  return sql`${stored[kind]} AND ${VIOLATING} < 'infinity'`
}

function hasRole(role: string): Prisma.Sql {
  if (role === 'all') return sql`all_roles`
  return role.startsWith('external/') ? sql`service_roles @> ARRAY[${role}]` : sql`org_roles @> ARRAY[${role}]`
}

function expires(when: number | 'expired' | 'live', now: Date): Prisma.Sql {
  if (when === 'expired') return sql`${EXPIRES} <= ${now}`
  if (when === 'live') return sql`${EXPIRES} > ${now}`
  return sql`${EXPIRES} > ${now} AND ${EXPIRES} <= ${addTtl(now, days(when))}`
}

/** What is looked through at all: revoked tokens, or those that are not. A token that was asked for by its secret is shown whatever became of it. */
export function isLookedThrough({ token, status }: TokenFilter): Prisma.Sql {
  if (status === 'revoked') return sql`revoked_at IS NOT NULL`
  return token === null || status !== null ? sql`revoked_at IS NULL` : sql`TRUE`
}

/**
 * Something that a token must be, the orders of the list whose indexes leap to such tokens, and what the index that
 * has them side by side is sorted by.
 */
type Condition = {
  holds: Prisma.Sql
  leaps: readonly SortKey[]
  range: Prisma.Sql | null
  /** The same as that index has it, where PostgreSQL could not tell from it how many there are. */
  leap?: Prisma.Sql
}

const oneByOne = (holds: Prisma.Sql): Condition => ({ holds, leaps: [], range: null })

function hasStatus(status: 'activated' | 'deactivated'): Condition {
  const [holds, leap] = status === 'activated' ? [sql`deactivated_at IS NULL`, sql`${DEACTIVATED} = '-infinity'`] : [sql`deactivated_at IS NOT NULL`, sql`${DEACTIVATED} > '-infinity'`]
  return { holds, leap, leaps: ['status'], range: DEACTIVATED }
}

const NEVER_EXPIRES: Condition = { holds: sql`expires_at IS NULL`, leap: sql`${EXPIRES} = 'infinity'`, leaps: ['expires'], range: EXPIRES }

/** An expired or revoked token violates nothing, whatever the latest validation found before. */
function isViolating(kind: NonNullable<TokenFilter['violation']>, status: TokenFilter['status'], now: Date): Condition[] {
  if (status === 'revoked') return [oneByOne(sql`FALSE`)]
  return [
    { holds: expires('live', now), leaps: ['expires'], range: EXPIRES },
    { holds: isFlagged(kind), leaps: ['violation', 'created'], range: VIOLATING },
  ]
}

/** What was unused since an instant was neither made nor used after it: said again, so that the indexes of those orders leap, too. */
function isUnused(since: NonNullable<TokenFilter['unused']>, now: Date): Condition[] {
  if (since === 'ever') return [{ holds: sql`last_used_at IS NULL`, leap: sql`${LAST_USED} = '-infinity'`, leaps: ['used'], range: LAST_USED }]
  const at = addTtl(now, days(-since))
  return [
    { holds: sql`created_at <= ${at}`, leaps: ['created'], range: null },
    { holds: sql`${LAST_USED} <= ${at}`, leaps: ['used'], range: LAST_USED },
    { holds: sql`${UNUSED_SINCE} <= ${at}`, leaps: [], range: UNUSED_SINCE },
  ]
}

/** What of the tokens looked through `filter` leaves in, at `now`. */
export function conditionsOf({ search, token, status, violation, user, role, expires: when, unused }: TokenFilter, now: Date): Condition[] {
  return [
    ...(token === null ? [] : [oneByOne(token === NO_TOKEN ? sql`FALSE` : sql`id = ${token}::uuid`)]),
    ...(search === '' ? [] : [oneByOne(isFoundBy(search))]),
    ...(user === null ? [] : [oneByOne(sql`user_id = ${user}::uuid`)]),
    ...(role === null ? [] : [oneByOne(hasRole(role))]),
    ...(violation === null ? [] : isViolating(violation, status, now)),
    ...(status === null || status === 'revoked' ? [] : [hasStatus(status)]),
    ...(when === null ? [] : [when === 'never' ? NEVER_EXPIRES : { holds: expires(when, now), leaps: ['expires'] as const, range: EXPIRES }]),
    ...(unused === null ? [] : isUnused(unused, now)),
  ]
}

/** Whether a token of the organization is among those that `filter` looks at, at `now`. */
export function matchesFilter(filter: TokenFilter, now: Date): Prisma.Sql {
  return Prisma.join([isLookedThrough(filter), ...conditionsOf(filter, now).map(({ holds }) => holds)], ' AND ')
}
