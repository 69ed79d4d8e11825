import type { MailFrom } from '../mail-env'

/** A mail that is ready to go. */
export type OutgoingMail = {
  /** The same for every attempt: a sender that has it already makes no second one of it. */
  id: string
  from: MailFrom
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  at: Date
}

/** Milliseconds that one attempt may take. Well below the claim of deliver-mail, or a second one would overlap it. */
export const SEND_LIMIT = 45_000

/** A provider will never take this mail, however often it is asked; any other error may pass. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/** A provider asks to be left alone with this mail for so many seconds. */
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed'

  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message)
  }
}

/** Characters of a provider's own words that are kept. */
const MAX_WORDS = 300

/** What a provider said, as one line and without `secrets`, which some repeat. */
export function providerWords(text: string, secrets: readonly string[]): string {
  const told = secrets.filter((secret) => secret !== '').reduce((left, secret) => left.replaceAll(secret, '[redacted]'), text)
  return told.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, MAX_WORDS)
}
