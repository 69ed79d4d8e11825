/**
 * What is audited, by type.
 *
 * @see spec: product.md §6
 */
export const AUDIT_EVENTS = {
  csp__generate_api_token: 'GenerateApiToken',
  csp__regenerate_api_token: 'RegenerateApiToken',
  csp__edit_api_token: 'EditApiToken',
  csp__revoke_api_token: 'RevokeApiToken',
  csp__revoke_all_api_tokens: 'RevokeAllApiTokens',
  csp__deactivate_api_token: 'DeactivateApiToken',
  csp__activate_api_token: 'ActivateApiToken',
  csp__update_token_policy: 'UpdateTokenPolicy',
  csp__validate_api_tokens: 'ValidateApiTokens',
  csp__activate_governance: 'ActivateGovernance',
  csp__refresh_token_exchange_failed: 'RefreshTokenExchangeFailed',
  csp__create_organization: 'CreateOrganization',
  csp__user_login: 'UserLogin',
  csp__user_logout: 'UserLogout',
  csp__user_login_failed: 'UserLoginFailed',
  csp__end_session: 'EndSession',
  csp__change_password: 'ChangePassword',
  csp__update_profile: 'UpdateProfile',
  csp__activate_mfa_device: 'ActivateMfaDevice',
  csp__deactivate_mfa_device: 'DeactivateMfaDevice',
  csp__turn_on_mfa: 'TurnOnMfa',
  csp__turn_off_mfa: 'TurnOffMfa',
  csp__use_recovery_code: 'UseRecoveryCode',
  csp__renew_recovery_codes: 'RenewRecoveryCodes',
  csp__lock_mfa: 'LockMfa',
  csp__enforce_api_token_mfa: 'EnforceApiTokenMfa',
} as const

export type AuditEventType = keyof typeof AUDIT_EVENTS

/** What is recorded of the installation, in no organization's log: its operators' acts. */
export const INSTALLATION_EVENTS = {
  csp__add_service: 'AddService',
  csp__rotate_service_secret: 'RotateServiceSecret',
  csp__remove_service: 'RemoveService',
  csp__rotate_signing_key: 'RotateSigningKey',
  csp__revoke_signing_key: 'RevokeSigningKey',
} as const

export type InstallationEventType = keyof typeof INSTALLATION_EVENTS

/** What happened, to which token, and how it ended. */
export type AuditEntry = {
  type: AuditEventType
  orgId: string
  actorUserId: string | null
  tokenId?: string
  /** Why it failed. Absent: it succeeded. */
  cause?: string
  /** Further facts; never a secret. */
  details?: Record<string, string | number | boolean | null>
}
