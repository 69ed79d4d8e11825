import { newId } from '../../platform/ids'
import { enqueueJob, enqueueJobs } from '../../platform/queue'
import type { Tx } from '../../platform/transaction'
import { isSecurityNotice, type MailData, type MailTemplate, type SecurityNotice } from '../mails'

type QueuedMail<Template extends MailTemplate> = {
  orgId: string
  recipientId: string
  template: Template
  /** What the mail is about, once: the same cause never makes a second mail. */
  cause: string
  data: MailData[Template]
}

/**
 * Whether the recipient has turned this kind of mail off. Asked when it happens, not when it is delivered: what
 * counts is what the person wanted then, and a mail held up for a day tells of what they did want to know.
 */
async function isUnwanted(tx: Tx, recipientId: string, template: MailTemplate): Promise<boolean> {
  if (!isSecurityNotice(template)) return false
  const user = await tx.user.findUnique({ where: { id: recipientId }, select: { securityNotices: true } })
  return user?.securityNotices === false
}

/** Queues a mail in the transaction of what it tells of. It is delivered after the commit, or not at all. */
export async function enqueueMail<Template extends MailTemplate>(tx: Tx, mail: QueuedMail<Template>): Promise<void> {
  if (await isUnwanted(tx, mail.recipientId, mail.template)) return
  const mailId = newId()
  const { count } = await tx.outboxMail.createMany({ data: [{ ...mail, id: mailId, createdAt: tx.now }], skipDuplicates: true })
  if (count > 0) await enqueueJob(tx, 'deliver-mail', mailId, { orgId: mail.orgId, mailId })
}

/** A mail of any kind but the notices that a person can turn off. */
export type UnconditionalMail = { [Template in Exclude<MailTemplate, SecurityNotice>]: QueuedMail<Template> }[Exclude<MailTemplate, SecurityNotice>]

/** As enqueueMail, for many in two statements. */
export async function enqueueMails(tx: Tx, mails: UnconditionalMail[]): Promise<void> {
  const rows = mails.map((mail) => ({ ...mail, id: newId(), createdAt: tx.now }))
  const queued = await tx.outboxMail.createManyAndReturn({ data: rows, skipDuplicates: true, select: { orgId: true, id: true } })
  await enqueueJobs(tx, 'deliver-mail', queued.map(({ orgId, id }) => ({ id, data: { orgId, mailId: id } })))
}
