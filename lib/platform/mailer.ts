import { createTransport, type SendMailOptions } from 'nodemailer'
import { env } from './env'
import { writeMailFile } from './mail-files'

/** A mail that is ready to go. */
export type OutgoingMail = {
  /** The same for every attempt: a sender that has it already makes no second one of it. */
  id: string
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  at: Date
}

/** Brings a mail on its way, or fails and leaves nothing behind that a second attempt would double. */
type Sender = (mail: OutgoingMail) => Promise<void>

/** What a mail is to nodemailer, which encodes names, addresses and subjects so that none can end its header. */
function compose({ id, to, subject, html, text, at }: OutgoingMail): SendMailOptions {
  const from = env().mailFrom
  return {
    from,
    to,
    subject,
    html,
    text,
    date: at,
    messageId: `<${id}@${from.address.slice(from.address.indexOf('@') + 1)}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    // Nothing that stands in a mail is taken for a path or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

async function sendToFile(mail: OutgoingMail): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(compose(mail))
  if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave no file')
  await writeMailFile(mail.id, message)
}

/** Sends `mail` by whatever is configured. Sending it again after a failure, or not knowing whether it failed, is safe. */
export const sendMail: Sender = (mail) => sendToFile(mail)
