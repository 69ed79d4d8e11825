import { findViolations, type TokenLifetime, type TtlPolicy } from '@/lib/governance/violation'
import { newId } from '@/lib/platform/ids'
import { POLICIES, POLICY_AGE, type SeededToken } from './make-token'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days that the demo looks back on: as many as the chart shows. */
const DAYS = 90
/** Hours ago at which the demo was validated last. */
const LATEST = 4
/** Days ago at which the first policy of the demo came, before today's. */
const FIRST_POLICY_AGE = 80
const FIRST_POLICY: TtlPolicy = { max: null, idle: { value: 120, unit: 'days' } }

/** What was in force so many days ago. */
function policyAt(age: number): TtlPolicy {
  if (age <= POLICY_AGE) return POLICIES.labs
  return age <= FIRST_POLICY_AGE ? FIRST_POLICY : POLICIES.works
}

/** A token as it was at `at`; null where it was none yet, or no more. One used since was in use then. */
function asOf({ row, life: { lastUsedAt } }: SeededToken, at: Date): (TokenLifetime & { deactivated: boolean }) | null {
  const { issuedAt, expiresAt, revokedAt, deactivatedAt } = row
  if (issuedAt > at || (revokedAt && revokedAt <= at) || (expiresAt && expiresAt <= at)) return null
  const used = lastUsedAt && lastUsedAt > at ? at : lastUsedAt
  return { issuedAt, expiresAt, lastUsedAt: used, revokedAt: null, deactivated: deactivatedAt !== null && deactivatedAt <= at }
}

function countDay(tokens: readonly SeededToken[], age: number, at: Date) {
  const live = tokens.map((token) => asOf(token, at)).filter((token) => token !== null)
  const found = live.map((token) => findViolations(token, policyAt(age), at))
  const idleFor = (token: TokenLifetime) => at.getTime() - Math.max(token.issuedAt.getTime(), token.lastUsedAt?.getTime() ?? 0)
  return {
    live: live.length,
    violating: found.filter((kinds) => kinds.length > 0).length,
    maxViolating: found.filter((kinds) => kinds.some((kind) => kind !== 'idle_ttl_exceeded')).length,
    idleViolating: found.filter((kinds) => kinds.includes('idle_ttl_exceeded')).length,
    deactivated: live.filter(({ deactivated }) => deactivated).length,
    expiringSoon: live.filter(({ expiresAt }) => expiresAt && expiresAt.getTime() <= at.getTime() + 30 * DAY).length,
    unused: live.filter((token) => idleFor(token) >= 90 * DAY).length,
    neverUsed: live.filter(({ lastUsedAt }) => lastUsedAt === null).length,
    neverExpires: live.filter(({ expiresAt }) => expiresAt === null).length,
  }
}

const ages = Array.from({ length: DAYS }, (_day, age) => age)

/** What the daily validations of the demo's governed organization would have found, and when they were. */
export function pastValidations(tokens: readonly SeededToken[], orgId: string, now: Date) {
  const own = tokens.filter(({ row }) => row.orgId === orgId)
  const days = ages.map((age) => {
    const at = new Date(now.getTime() - LATEST * HOUR - age * DAY)
    return { orgId, day: new Date(at.toISOString().slice(0, 10)), at, ...countDay(own, age, at) }
  })
  const runs = days.map((day, age) => {
    const change = day.violating - (days[age + 1]?.violating ?? 0)
    const counts = { total: day.live, scanned: day.live, newlyViolating: Math.max(change, 0), newlyCompliant: Math.max(-change, 0) }
    return { orgId, id: newId(), trigger: 'schedule', startedAt: day.at, endedAt: new Date(day.at.getTime() + 100), outcome: 'completed', ...counts }
  })
  return { days, runs }
}

const text = (limit: TtlPolicy['max']) => (limit ? `${limit.value} ${limit.unit}` : 'off')

/** How the demo's policies came about, as the audit log would tell. */
export function policyHistory(orgId: string, ownerId: string, now: Date) {
  return [FIRST_POLICY_AGE, POLICY_AGE].map((age, at) => {
    const [from, to] = [policyAt(age + 1), policyAt(age)]
    const details = { idleFrom: text(from.idle), idleTo: text(to.idle), maxFrom: text(from.max), maxTo: text(to.max), version: at + 2 }
    return { orgId, id: newId(), at: new Date(now.getTime() - age * DAY), type: 'csp__update_token_policy', actorUserId: ownerId, result: 'success', details }
  })
}
