/** The mails there are, with what each says. Instants are ISO 8601; never a secret. */
export type MailData = {
  token_generated: { tokenId: string; tokenName: string; lastFour: string; expiresAt: string | null; ip: string | null }
}

export type MailTemplate = keyof MailData
