import { createTransport } from 'nodemailer'
import { writeMailFile } from '../mail-files'
import { compose } from './compose'
import type { OutgoingMail } from './outgoing-mail'

/** Writes a mail into the folder of mails, as it would be sent. */
export async function sendToFile(mail: OutgoingMail): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(compose(mail))
  if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave no file')
  await writeMailFile(mail.id, message)
}
