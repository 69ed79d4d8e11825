import { newId } from '../platform/ids'
import type { Tx } from '../platform/transaction'
import type { MailData, MailTemplate } from './mails'

type QueuedMail<Template extends MailTemplate> = {
  orgId: string
  recipientId: string
  template: Template
  /** What the mail is about, once: the same cause never makes a second mail. */
  cause: string
  data: MailData[Template]
}

/** Queues a mail in the transaction of what it tells of. It is delivered after the commit, or not at all. */
export async function enqueueMail<Template extends MailTemplate>(tx: Tx, mail: QueuedMail<Template>): Promise<void> {
  await tx.outboxMail.createMany({
    data: [{ ...mail, id: newId(), createdAt: tx.now }],
    skipDuplicates: true,
  })
}
