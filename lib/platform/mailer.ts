import { env } from './env'
import { sendToFile } from './mail-senders/file'
import type { OutgoingMail } from './mail-senders/outgoing-mail'
import { sendByResend } from './mail-senders/resend'
import { sendBySmtp } from './mail-senders/smtp'

/**
 * Sends `mail` by whatever is configured. Sending it again after a failure, or not knowing whether it failed, is safe.
 *
 * @throws {MailRefused} where it will never be taken; any other error may pass
 * @see docs/decisions/0012-who-takes-a-mail.md
 */
export async function sendMail(mail: Omit<OutgoingMail, 'from'>): Promise<void> {
  const { resend, smtp, mailFrom } = env()
  const outgoing = { ...mail, from: mailFrom }
  if (resend) await sendByResend(outgoing, resend)
  else if (smtp) await sendBySmtp(outgoing, smtp)
  else await sendToFile(outgoing)
}
