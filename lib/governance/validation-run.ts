/** What makes a validation begin. */
export type RunTrigger = 'schedule' | 'owner' | 'policy_saved'

export type RunKey = { orgId: string; runId: string }

/** `elsewhere`: somebody else is doing it, or has done it. `superseded`: another one followed, and was completed. */
export type RunEnd = 'completed' | 'superseded' | 'failed' | 'elsewhere'

/** Tokens up to which whoever starts a validation waits for its end; for more there is a bar. */
export const VALIDATED_AT_ONCE = 10_000

/** Seconds without a sign of life after which a run was cut off, and whoever comes next goes on with it. */
export const CUT_OFF_AFTER = 60

/** Hours after which an organization should have been validated again, with two to spare. */
export const OVERDUE_AFTER = 26

/** What of an organization one validation counts; each number as the dashboard's filter of that name has it. */
export const DAY_COUNTS = ['tokens', 'live', 'violating', 'maxViolating', 'idleViolating', 'deactivated', 'expiringSoon', 'unused', 'neverUsed', 'neverExpires'] as const
export type DayCounts = Record<(typeof DAY_COUNTS)[number], number>

export const NO_COUNTS = Object.fromEntries(DAY_COUNTS.map((name) => [name, 0])) as DayCounts

const numberIn = (counts: unknown, name: string): number => {
  const value: unknown = typeof counts === 'object' && counts !== null ? Reflect.get(counts, name) : undefined
  return typeof value === 'number' ? value : 0
}

/** The counts that a run has stored so far and those of its next tokens, together. What was not stored is 0. */
export function addCounts(stored: unknown, next: DayCounts): DayCounts {
  const sums = DAY_COUNTS.map((name) => [name, numberIn(stored, name) + next[name]] as const)
  return Object.fromEntries(sums) as DayCounts
}
