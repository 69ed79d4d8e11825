/**
 * Every refusal that a person or a client can be told of. Each has a sentence in three languages
 * under `errors.<code>`; the HTTP interface has codes of its own, see lib/access/refusal.ts.
 */
export const ERROR_CODES = [
  'unreachable',
  'unexpected',
  'busy',
  'invalid_input',
  'not_found',
  'signed_out',
  'sign_in_again',
  'wrong_credentials',
  'wrong_password',
  'too_many_attempts',
  'token_revoked',
  'tokens_changed',
  'token_limit_reached',
  'too_many_secrets',
  'already_generated',
  'token_deactivated',
  'token_changed',
  'organization_changed',
  'token_name_required',
  'token_name_too_long',
  'token_name_characters',
  'description_too_long',
  'description_characters',
  'ttl_required',
  'ttl_too_short',
  'ttl_too_long',
  'ttl_not_whole',
  'ttl_above_limit',
  'never_expires_not_allowed',
  'ttl_above_former',
  'scope_required',
  'role_not_held',
  'insufficient_scope',
  'reminder_invalid',
  'reminder_after_expiry',
  'email_required',
  'password_required',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_about_you',
  'password_unchanged',
  'new_password_required',
  'person_name_required',
  'person_name_too_long',
  'person_name_characters',
  'organization_name_required',
  'organization_name_too_long',
  'email_malformed',
  'setup_link_dead',
  'time_zone_unknown',
  'owner_only',
  'governance_not_activated',
  'policy_changed',
  'policy_value_required',
  'policy_value_not_whole',
  'policy_value_too_small',
  'policy_value_too_large',
  'reason_required',
  'note_too_long',
  'note_characters',
  'change_running',
  'selection_too_large',
  'search_holds_part_of_token',
  'mfa_code_required',
  'mfa_code_or_password',
  'mfa_new_code_required',
  'mfa_new_code_wrong',
  'mfa_code_wrong',
  'mfa_code_used',
  'mfa_device_active',
  'mfa_device_missing',
  'mfa_device_not_started',
  'mfa_enforced',
  'mfa_required',
  'device_name_too_long',
  'device_name_characters',
  'service_exists',
  'service_id',
  'service_name',
  'service_role',
  'service_mistyped',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * An expected refusal. Thrown, so that it rolls back the change that it refuses, and translated once
 * at the edge: to a sentence beside a form's field, or to a status and envelope.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  /**
   * @param field the form field that the refusal is about, if it is about one
   * @param retryAfterSeconds when trying again may help, where that is known
   */
  constructor(
    readonly code: ErrorCode,
    readonly field?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(code)
  }
}

/** Whether `text` is the code of a refusal that has a sentence. */
export function isErrorCode(text: string): text is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(text)
}
