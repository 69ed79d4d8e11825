import type { ErrorCode } from '../errors'

/** Units in which an organization sets its limits. */
export const POLICY_UNITS = ['minutes', 'hours', 'days'] as const
export type PolicyUnit = (typeof POLICY_UNITS)[number]

/** A limit that an organization sets on the life of its tokens. */
export type TtlLimit = { value: number; unit: PolicyUnit }

/** The unit that is meant by `text`, or nothing. */
export function readPolicyUnit(text: string | null | undefined): PolicyUnit | undefined {
  return POLICY_UNITS.find((one) => one === text)
}

/** The limit that value and unit of a stored policy stand for; null where the policy is off or incomplete. */
export function toTtlLimit(enabled: boolean, value: number | null, unit: string | null): TtlLimit | null {
  const known = readPolicyUnit(unit)
  return enabled && value !== null && known ? { value, unit: known } : null
}

/** The longest limit in each unit: 1,827 days, which is five years with two leap days. */
export const LONGEST_LIMIT: Readonly<Record<PolicyUnit, number>> = { minutes: 1_827 * 24 * 60, hours: 1_827 * 24, days: 1_827 }

/**
 * Why a limit can't be set, or null: it is a whole number, from 1 minute to 1,827 days, both included.
 *
 * @param value NaN where nothing was typed, which is enough for a policy that is off
 */
export function limitProblem({ enabled, value, unit }: { enabled: boolean; value: number; unit: PolicyUnit }): ErrorCode | null {
  if (Number.isNaN(value)) return enabled ? 'policy_value_required' : null
  if (!Number.isInteger(value)) return 'policy_value_not_whole'
  if (value < 1) return 'policy_value_too_small'
  return value > LONGEST_LIMIT[unit] ? 'policy_value_too_large' : null
}

const SECONDS_IN: Readonly<Record<PolicyUnit, number>> = { minutes: 60, hours: 3_600, days: 86_400 }

/** How long a limit is. */
export const limitSeconds = ({ value, unit }: TtlLimit): number => value * SECONDS_IN[unit]
