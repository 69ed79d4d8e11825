/** Why what an event tells of failed, as far as the console has words for it. */
export const CAUSES = [
  'wrong_credentials',
  'invalid_token',
  'token_expired',
  'token_revoked',
  'token_deactivated',
  'user_inactive',
  'no_permissions',
  'invalid_scope',
  'mfa_required',
  'mfa_invalid',
  'mfa_not_configured',
  'mfa_locked',
] as const

export type Cause = (typeof CAUSES)[number]

export function isCause(text: string): text is Cause {
  return (CAUSES as readonly string[]).includes(text)
}
