import type { SendMailOptions } from 'nodemailer'
import type { OutgoingMail } from './outgoing-mail'

/** What a mail is to nodemailer, which encodes names, addresses and subjects so that none can end its header. */
export function compose({ id, from, to, subject, html, text, at }: OutgoingMail): SendMailOptions {
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
