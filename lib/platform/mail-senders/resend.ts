import { z } from 'zod'
import type { MailFrom, ResendSettings } from '../mail-env'
import { MailDelayed, MailRefused, providerWords, SEND_LIMIT, type OutgoingMail } from './outgoing-mail'

/** Loaded where it is used: it takes its time, and most installations send by other ways. */
const load = () => import('resend')

/** What a server says need not be what its types promise. */
const accepted = z.object({ data: z.object({ id: z.string().min(1) }) })
const failed = z.object({
  error: z.object({ name: z.string(), statusCode: z.number().nullable(), message: z.string().catch('') }),
  headers: z.record(z.string(), z.string()).catch({}),
})

/** Seconds for which a provider is believed that it wants to be left alone. */
const LONGEST_DELAY = 60 * 60

/** The seconds that an answer asks us to wait; null where it names none. A date, which HTTP allows too, Resend does not send. */
function delayOf(headers: Readonly<Record<string, string>>): number | null {
  const text = headers['retry-after'] ?? ''
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Math.min(Number(text), LONGEST_DELAY) : null
}

/** Answers that are about this mail. All others, such as a key that is wrong or a quota that is used up, may be mended. */
const ABOUT_THIS_MAIL = new Set([400, 413, 422])
const ABOUT_THE_SETTINGS = new Set(['invalid_from_address', 'invalid_access', 'missing_api_key'])

/** Resend takes who a mail is from as text, so the name is quoted as RFC 5322 wants it. */
const written = ({ name, address }: MailFrom) => (name === '' ? address : `"${name.replace(/[\\"]/g, '\\$&')}" <${address}>`)

function judge(answer: unknown, { apiKey }: ResendSettings): void {
  if (accepted.safeParse(answer).success) return
  const parsed = failed.safeParse(answer)
  if (!parsed.success) throw new Error('Resend gave an answer that says nothing')
  const { error, headers } = parsed.data
  const { name, statusCode, message } = error
  // An earlier attempt was taken; what the mail says has changed since, as with a new name or language of its reader.
  if (name === 'invalid_idempotent_request') return
  const words = `Resend: ${statusCode ?? 'no answer'} ${providerWords(`${name}: ${message}`, [apiKey])}`
  const delay = delayOf(headers)
  if (statusCode === 429 && delay !== null) throw new MailDelayed(words, delay)
  throw statusCode !== null && ABOUT_THIS_MAIL.has(statusCode) && !ABOUT_THE_SETTINGS.has(name) ? new MailRefused(words) : new Error(words)
}

/**
 * Sends a mail by Resend. Its id is the idempotency key: for a day, an attempt after one that was taken makes no
 * second mail. The reader's own name is left out of the address, where Resend would have to take it apart.
 *
 * @param limit milliseconds
 * @throws {MailRefused} where Resend will not take this mail at all
 * @throws {MailDelayed} where it says when to ask again
 */
export async function sendByResend(mail: OutgoingMail, settings: ResendSettings, limit = SEND_LIMIT): Promise<void> {
  const { Resend } = await load()
  const { id, from, to, subject, html, text } = mail
  const resend = new Resend(settings.apiKey, { baseUrl: settings.baseUrl })
  const answer: unknown = await resend.emails.send(
    { from: written(from), to: to.address, subject, html, text, headers: { 'auto-submitted': 'auto-generated' } },
    { idempotencyKey: id, signal: AbortSignal.timeout(limit) },
  )
  judge(answer, settings)
}
