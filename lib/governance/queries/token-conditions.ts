import type { GovernorContext, OwnerContext } from '../../platform/roles'
import { Prisma } from '../../platform/generated/prisma/client'
import { addTtl } from '../../time'
import { isFoundBy } from '../../tokens/queries/search-condition'
import type { SortKey } from '../list-address'
import { NO_TOKEN, type TokenFilter } from '../token-filter'
import { inEither, type TokenTable } from '../../tokens/queries/token-tables'

const sql = Prisma.sql

const CREATED = inEither('created_at')
const EXPIRES_AT = inEither('expires_at')
const REVOKED_AT = inEither('revoked_at')
const ID = inEither('id')

/**
 * Instants with the one that there is not at one end. Each is written as the index of its order is, see the migrations
 * add_governance and create_token_life: written otherwise, PostgreSQL reads the whole table.
 */
export const EXPIRES: Readonly<Record<TokenTable, Prisma.Sql>> = { t: sql`coalesce(t.expires_at, 'infinity'::timestamptz)`, l: sql`coalesce(l.expires_at, 'infinity'::timestamptz)` }
export const LAST_USED = sql`coalesce(l.last_used_at, '-infinity'::timestamptz)`
export const DEACTIVATED = sql`coalesce(t.deactivated_at, '-infinity'::timestamptz)`
export const VIOLATING = sql`coalesce(LEAST(l.max_violation_since, l.idle_violation_since), 'infinity'::timestamptz)`
export const UNUSED_SINCE = sql`GREATEST(l.issued_at, l.last_used_at)`

/** The tokens of the organization shown. Every query on them starts here. */
export function isOfOrganization({ orgId }: GovernorContext | OwnerContext): Prisma.Sql {
  return sql`org_id = ${orgId}::uuid`
}

const days = (value: number) => ({ value, unit: 'days' }) as const

/** What the latest validation found. */
function isFlagged(kind: NonNullable<TokenFilter['violation']>): Prisma.Sql {
  const stored = { any: sql`(l.max_violation_since IS NOT NULL OR l.idle_violation_since IS NOT NULL)`, max: sql`l.max_violation_since IS NOT NULL`, idle: sql`l.idle_violation_since IS NOT NULL` }
  return sql`${stored[kind]} AND ${VIOLATING} < 'infinity'`
}

function hasRole(role: string): Prisma.Sql {
  if (role === 'all') return sql`t.all_roles`
  return role.startsWith('external/') ? sql`t.service_roles @> ARRAY[${role}]` : sql`t.org_roles @> ARRAY[${role}]`
}

/**
 * What is looked through at all: revoked tokens, or those that are not. A token that was asked for by its secret is shown
 * whatever became of it.
 *
 * @param along the table that is read, or both: nearly every index is of what is not revoked, and used only where that is said of its own table
 */
export function isLookedThrough({ token, status }: Pick<TokenFilter, 'token' | 'status'>, along: TokenTable | 'both'): Prisma.Sql {
  if (along === 'both') return sql`${isLookedThrough({ token, status }, 't')} AND ${isLookedThrough({ token, status }, 'l')}`
  if (status === 'revoked') return sql`${REVOKED_AT[along]} IS NOT NULL`
  return token === null || status !== null ? sql`${REVOKED_AT[along]} IS NULL` : sql`TRUE`
}

/** Over what an index leaps: one end of its order, or all that it does not hold. */
export type Leap = 'top' | 'bottom' | 'others'

/**
 * Something that a token must be, the orders of the list whose indexes leap to such tokens, and what the index that
 * has them side by side is sorted by.
 */
export type Condition = {
  holds: Prisma.Sql
  /** Whose indexes hold what it looks at: one table's, both, or none, and the row has to be read. */
  within: TokenTable | 'both' | 'none'
  leaps: Readonly<Partial<Record<SortKey, Leap>>>
  range: Prisma.Sql | null
  /** Whether another condition says it already, so that it is of use to leap alone. */
  implied?: boolean
  /** The same as that index has it, where PostgreSQL could not tell from it how many there are. */
  leap?: Prisma.Sql
}

const oneByOne = (holds: Prisma.Sql, within: Condition['within']): Condition => ({ holds, within, leaps: {}, range: null })

function hasStatus(status: 'activated' | 'deactivated'): Condition {
  const condition = (over: Leap) => ({ within: 't', leaps: { status: over }, range: DEACTIVATED }) as const
  if (status === 'deactivated') return { ...condition('bottom'), holds: sql`t.deactivated_at IS NOT NULL`, leap: sql`${DEACTIVATED} > '-infinity'` }
  return { ...condition('top'), holds: sql`t.deactivated_at IS NULL`, leap: sql`${DEACTIVATED} <= '-infinity'` }
}

function expires(when: NonNullable<TokenFilter['expires']>, now: Date, along: TokenTable): Condition[] {
  const at = EXPIRES[along]
  const condition = (holds: Prisma.Sql, over: Leap): Condition => ({ holds, within: 'both', leaps: along === 't' ? { expires: over } : {}, range: at })
  if (when === 'never') return [{ ...condition(sql`${EXPIRES_AT[along]} IS NULL`, 'bottom'), leap: sql`${at} >= 'infinity'` }]
  if (when === 'expired') return [condition(sql`${at} <= ${now}`, 'top')]
  const live = condition(sql`${at} > ${now}`, 'bottom')
  return when === 'live' ? [live] : [live, condition(sql`${at} <= ${addTtl(now, days(when))}`, 'top')]
}

/** An expired or revoked token violates nothing, whatever the latest validation found before. */
function isViolating(kind: NonNullable<TokenFilter['violation']>, status: TokenFilter['status'], now: Date, along: TokenTable): Condition[] {
  if (status === 'revoked') return [oneByOne(sql`FALSE`, 'both')]
  return [...expires('live', now, along), { holds: isFlagged(kind), within: 'l', leaps: along === 'l' ? { violation: 'top', created: 'others' } : {}, range: VIOLATING }]
}

/** What was unused since an instant was neither made nor used after it: said again, so that the indexes of those orders leap, too. */
function isUnused(since: NonNullable<TokenFilter['unused']>, now: Date, along: TokenTable): Condition[] {
  if (since === 'ever') return [{ holds: sql`l.last_used_at IS NULL`, within: 'l', leap: sql`${LAST_USED} <= '-infinity'`, leaps: { used: 'top' }, range: LAST_USED }]
  const at = addTtl(now, days(-since))
  return [
    { holds: sql`${CREATED[along]} <= ${at}`, within: 'both', leaps: { created: 'top' }, range: null, implied: true },
    { holds: sql`${LAST_USED} <= ${at}`, within: 'l', leaps: { used: 'top' }, range: LAST_USED, implied: true },
    { holds: sql`${UNUSED_SINCE} <= ${at}`, within: 'l', leaps: {}, range: LAST_USED },
  ]
}

/** What of the tokens looked through `filter` leaves in, at `now`, read along one table. */
export function conditionsOf({ search, token, status, violation, user, role, expires: when, unused }: TokenFilter, now: Date, along: TokenTable): Condition[] {
  return [
    ...(token === null ? [] : [oneByOne(token === NO_TOKEN ? sql`FALSE` : sql`${ID[along]} = ${token}::uuid`, 'both')]),
    ...(search === '' ? [] : [oneByOne(isFoundBy(search), 'none')]),
    ...(user === null ? [] : [oneByOne(sql`t.user_id = ${user}::uuid`, 't')]),
    ...(role === null ? [] : [oneByOne(hasRole(role), 't')]),
    ...(violation === null ? [] : isViolating(violation, status, now, along)),
    ...(status === null || status === 'revoked' ? [] : [hasStatus(status)]),
    ...(when === null ? [] : expires(when, now, along)),
    ...(unused === null ? [] : isUnused(unused, now, along)),
  ]
}

/** Whether one table, in its rows or its indexes, has all that the conditions look at. */
export const isWithin = (conditions: readonly Condition[], along: TokenTable): boolean =>
  conditions.every(({ within }) => within === along || within === 'both' || (within === 'none' && along === 't'))

/** Whether a token of the organization, a row of TOKENS, is among those that `filter` looks at, at `now`. */
export function matchesFilter(filter: TokenFilter, now: Date): Prisma.Sql {
  return Prisma.join([isLookedThrough(filter, 't'), ...conditionsOf(filter, now, 't').map(({ holds }) => holds)], ' AND ')
}
