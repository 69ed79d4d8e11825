import { prisma } from '../../platform/db'
import { log } from '../../platform/log'
import { deliverMail, type MailKey } from './deliver-mail'

/** Mails of one round: their ids alone are held. */
const MOST = 5_000
/** Attempts after which a mail is given up, as by the queue. */
const MAX_ATTEMPTS = 20

export type Delivered = { sent: number; failed: number }

/**
 * Delivers mails of the outbox that nobody has in hand, for where no worker does it. Those that have failed least
 * often come first, so that one which always fails holds up none of the others. Also what has been queued a moment ago:
 * the next round may be a day away.
 */
export async function deliverDueMails(hasTime: () => boolean = () => true): Promise<Delivered> {
  const due = await prisma().$queryRaw<MailKey[]>`
    SELECT org_id AS "orgId", id AS "mailId" FROM outbox_mail
     WHERE sent_at IS NULL AND dropped_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())
       AND attempts < ${MAX_ATTEMPTS}
     ORDER BY attempts, created_at LIMIT ${MOST}`
  const delivered = { sent: 0, failed: 0 }
  for (const mail of due) {
    if (!hasTime()) break
    try {
      await deliverMail(mail)
      delivered.sent += 1
    } catch (error) {
      log.warn({ err: error, ...mail }, 'a mail could not be delivered')
      delivered.failed += 1
    }
  }
  return delivered
}
