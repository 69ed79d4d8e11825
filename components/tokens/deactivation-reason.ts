/** Why an owner may have deactivated a token; each has a sentence under `reasons`. */
const REASONS = ['key_compromise', 'policy_violation', 'guideline_breach', 'suspicious_use', 'user_left', 'no_longer_needed', 'other'] as const

export type DeactivationReason = (typeof REASONS)[number]

export function isDeactivationReason(text: string): text is DeactivationReason {
  return (REASONS as readonly string[]).includes(text)
}
