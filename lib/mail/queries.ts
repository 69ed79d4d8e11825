import { headers } from 'next/headers'
import PostalMime from 'postal-mime'
import { env } from '../platform/env'
import { listMailFiles, readMailFile } from '../platform/mail-files'
import { peerFrom } from '../platform/peer'
import { mayReadMails } from './mailbox'

/** Mails that are listed; what is older lies in its folder. */
const MAX_LISTED = 100

export type DeliveredMail = { id: string; subject: string; from: string; to: string; at: Date | null; text: string; html: string }

/** Whether this request may see the demo's mails; for everybody else there is no such page. */
export async function isMailReader(): Promise<boolean> {
  return mayReadMails(env(), peerFrom(await headers()).ip)
}

/** One mail that was written to a file; null where there is none. */
export async function findDeliveredMail(id: string): Promise<DeliveredMail | null> {
  const file = await readMailFile(id)
  if (!file) return null
  const { subject = '', from, to, date, text = '', html = '' } = await PostalMime.parse(file)
  return { id, subject, from: from?.address ?? '', to: to?.[0]?.address ?? '', at: date ? new Date(date) : null, text, html }
}

/** The mails that were written to files, newest first. */
export async function listDeliveredMails(): Promise<DeliveredMail[]> {
  const ids = (await listMailFiles()).slice(0, MAX_LISTED)
  const mails = await Promise.all(ids.map(findDeliveredMail))
  return mails.filter((mail) => mail !== null)
}
