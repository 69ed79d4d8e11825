/** What a security notice says of a secret that was made. Instants are ISO 8601; never a secret. */
type SecretMade = { tokenId: string; tokenName: string; lastFour: string; at: string; expiresAt: string | null; ip: string | null }

/** The mails there are, with what each says. */
export type MailData = {
  token_generated: SecretMade
  token_regenerated: SecretMade
}

export type MailTemplate = keyof MailData
