/**
 * Why an owner may deactivate a token.
 *
 * @see spec: product.md §4, Deactivate
 */
export const DEACTIVATION_REASONS = [
  'key_compromise',
  'policy_violation',
  'guideline_breach',
  'suspicious_use',
  'user_left',
  'no_longer_needed',
  'other',
] as const

export type DeactivationReason = (typeof DEACTIVATION_REASONS)[number]

export function isDeactivationReason(text: string): text is DeactivationReason {
  return (DEACTIVATION_REASONS as readonly string[]).includes(text)
}
