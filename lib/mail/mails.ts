/** What a security notice says of a secret that was made. Instants are ISO 8601; never a secret. */
type SecretMade = { tokenId: string; tokenName: string; lastFour: string; at: string; expiresAt: string | null; ip: string | null }

/** The mails there are, with what each says. */
export type MailData = {
  token_generated: SecretMade
  token_regenerated: SecretMade
}

export type MailTemplate = keyof MailData

/** A mail by its template, with what that one wants to know. */
export type Mail = { [Template in MailTemplate]: { template: Template; data: MailData[Template] } }[MailTemplate]

/** Mails that a person can do without, and turn off. */
const NOTICES: ReadonlySet<MailTemplate> = new Set(['token_generated', 'token_regenerated'])

export function isSecurityNotice(template: MailTemplate): boolean {
  return NOTICES.has(template)
}
