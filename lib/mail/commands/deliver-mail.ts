import { render } from '@react-email/render'
import { createElement } from 'react'
import { fullName } from '../../identity/full-name'
import { isLocale } from '../../identity/locales'
import { pool, prisma } from '../../platform/db'
import { env } from '../../platform/env'
import { log } from '../../platform/log'
import { MailDelayed, MailRefused } from '../../platform/mail-senders/outgoing-mail'
import { sendMail } from '../../platform/mailer'
import type { Mail } from '../mails'
import { LetterPage } from '../templates/letter'
import { letterText } from '../templates/letter-text'
import { writeLetter } from '../templates/write-letter'

export type MailKey = { orgId: string; mailId: string }
type Claimed = Mail & { recipient_id: string; created_at: Date }

/** Characters of an error that are kept with its mail. */
const MAX_ERROR = 500

const CLAIM_SQL = `
  UPDATE outbox_mail SET attempts = attempts + 1, claimed_until = now() + interval '90 seconds'
   WHERE org_id = $1 AND id = $2 AND sent_at IS NULL AND dropped_at IS NULL
     AND (claimed_until IS NULL OR claimed_until < now())
  RETURNING template, data, recipient_id, created_at`

/** Takes the mail for this attempt alone; null where it has found its end already. */
async function claim({ orgId, mailId }: MailKey): Promise<Claimed | null> {
  const { rows } = await pool().query<Claimed>({ name: 'claim_mail', text: CLAIM_SQL, values: [orgId, mailId] })
  if (rows[0]) return rows[0]
  const open = await prisma().outboxMail.count({ where: { orgId, id: mailId, sentAt: null, droppedAt: null } })
  // Whoever has it may have been killed: this attempt comes back when that is certain.
  if (open > 0) throw new Error('The mail is being delivered by somebody else')
  return null
}

const RECIPIENT = {
  status: true,
  organization: { select: { name: true } },
  user: { select: { email: true, firstName: true, lastName: true, locale: true, timeZone: true, state: true } },
} as const

async function send({ orgId, mailId }: MailKey, mail: Claimed): Promise<'sent' | 'dropped'> {
  const member = await prisma().membership.findUnique({ where: { orgId_userId: { orgId, userId: mail.recipient_id } }, select: RECIPIENT })
  // One who cannot sign in any more could not do what the mail advises, and no longer has business with it.
  if (!member || member.status !== 'active' || member.user.state !== 'active') return 'dropped'
  const { email, firstName, locale, timeZone } = member.user
  const reader = { firstName, locale: isLocale(locale) ? locale : 'en', timeZone: timeZone ?? 'UTC', organization: member.organization.name } as const
  const letter = writeLetter(mail, reader, env().publicUrl)
  await sendMail({
    id: mailId,
    to: { name: fullName(member.user), address: email },
    subject: letter.subject,
    html: await render(createElement(LetterPage, { letter })),
    text: letterText(letter),
    at: mail.created_at,
  })
  return 'sent'
}

/** What becomes of a mail that could not be sent: it stays due, unless it was refused for good. */
function afterFailure(error: unknown, { mailId, orgId }: MailKey) {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR)
  const refused = error instanceof MailRefused
  if (refused) log.error({ mailId, orgId, reason: lastError }, 'a mail was refused for good and is dropped')
  // Until then nobody asks again, by whatever way the mail comes up.
  const claimedUntil = error instanceof MailDelayed ? new Date(Date.now() + error.seconds * 1000) : null
  return { refused, change: { claimedUntil, lastError, ...(refused && { droppedAt: new Date() }) } }
}

/**
 * Delivers one mail of the outbox, once, however often and by however many it is asked: a mail that has been sent is
 * left alone, and two attempts never overlap. One that its provider will never take is dropped, with what it said.
 *
 * @throws {Error} whatever kept it from being sent; the queue then asks again
 */
export async function deliverMail(key: MailKey): Promise<void> {
  const mail = await claim(key)
  if (!mail) return
  const where = { orgId_id: { orgId: key.orgId, id: key.mailId } }
  try {
    const ended = (await send(key, mail)) === 'sent' ? { sentAt: new Date() } : { droppedAt: new Date() }
    await prisma().outboxMail.update({ where, data: { ...ended, claimedUntil: null, lastError: null } })
  } catch (error) {
    const { refused, change } = afterFailure(error, key)
    await prisma().outboxMail.update({ where, data: change })
    if (!refused) throw error
  }
}
