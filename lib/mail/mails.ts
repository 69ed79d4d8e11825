import type { DeactivationReason } from '../tokens/deactivation-reason'

/** What a security notice says of a secret that was made. Instants are ISO 8601; never a secret. */
type SecretMade = { tokenId: string; tokenName: string; lastFour: string; at: string; expiresAt: string | null; ip: string | null }

type NamedToken = { tokenId: string; tokenName: string; lastFour: string }

/** What an owner has decided about one token. `by` is a name; `note` is the owner's own words. */
type Decision = { at: string; by: string }
type Deactivation = Decision & { reason: DeactivationReason; note: string | null }

/** Some tokens of one person, of which the first are named: a mail lists no thousands. */
type Several = { count: number; tokens: NamedToken[] }

/** What can happen to a person's MFA. */
export const MFA_CHANGES = ['activated', 'deactivated', 'turned_on', 'turned_off', 'recovery_code_used', 'recovery_codes_renewed'] as const
export type MfaChange = (typeof MFA_CHANGES)[number]

/** What is said of it. `recoveryCodesLeft` where a recovery code was used. */
type MfaChanged = { change: MfaChange; deviceName: string; at: string; ip: string | null; recoveryCodesLeft: number | null }

/** The mails there are, with what each says. */
export type MailData = {
  token_generated: SecretMade
  token_regenerated: SecretMade
  token_deactivated: NamedToken & Deactivation
  tokens_deactivated: Several & Deactivation
  /** Activated again, whether or not it has expired meanwhile. */
  token_activated: NamedToken & Decision & { expiresAt: string | null; expired: boolean }
  tokens_activated: Several & Decision & { expired: number }
  token_expiring: NamedToken & { expiresAt: string }
  token_expired: NamedToken & { expiresAt: string }
  mfa_changed: MfaChanged
}

/** Tokens that a mail on several of them names. */
export const MAX_NAMED_TOKENS = 50

export type MailTemplate = keyof MailData

/** A mail by its template, with what that one wants to know. */
export type Mail = { [Template in MailTemplate]: { template: Template; data: MailData[Template] } }[MailTemplate]

export type MailOf<Template extends MailTemplate> = Extract<Mail, { template: Template }>

/** Mails that a person can do without, and turn off. */
const NOTICES = ['token_generated', 'token_regenerated'] as const satisfies MailTemplate[]
export type SecurityNotice = (typeof NOTICES)[number]

export function isSecurityNotice(template: MailTemplate): boolean {
  return NOTICES.some((notice) => notice === template)
}
