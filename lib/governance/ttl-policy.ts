/** Units in which an organization sets its limits. */
export const POLICY_UNITS = ['minutes', 'hours', 'days'] as const

/** A limit that an organization sets on the life of its tokens. */
export type TtlLimit = { value: number; unit: (typeof POLICY_UNITS)[number] }

/** The limit that value and unit of a stored policy stand for; null where the policy is off or incomplete. */
export function toTtlLimit(enabled: boolean, value: number | null, unit: string | null): TtlLimit | null {
  const known = POLICY_UNITS.find((one) => one === unit)
  return enabled && value !== null && known ? { value, unit: known } : null
}
