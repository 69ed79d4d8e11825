import { afterAll, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { startResendStandIn } from '@/server/testing/resend-stand-in'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../../platform/db'
import { newId } from '../../platform/ids'
import { inTransaction } from '../../platform/transaction'
import { deliverDueMails } from './deliver-due-mails'
import { deliverMail, type MailKey } from './deliver-mail'
import { enqueueMail } from './enqueue-mail'

const resend = await startResendStandIn()
await createTestDatabase({ RESEND_API_KEY: 're_key', RESEND_BASE_URL: resend.url, MAIL_FROM: 'tokens@example.com' })
afterAll(() => resend.stop())

/** A mail that its own job has had time to deliver. */
async function queue(): Promise<MailKey> {
  const ctx = await makeMember(await makeOrganization())
  const data = { tokenId: newId(), tokenName: 'nightly-backup', lastFour: 'x9Qz', expiresAt: '2026-09-01T12:34:00.000Z' }
  await inTransaction((tx) => enqueueMail(tx, { orgId: ctx.orgId, recipientId: ctx.userId, template: 'token_expired', cause: `token_expired:${data.tokenId}`, data }))
  const { id } = await prisma().outboxMail.update({ where: { orgId_cause: { orgId: ctx.orgId, cause: `token_expired:${data.tokenId}` } }, data: { createdAt: new Date(Date.now() - 60_000) } })
  return { orgId: ctx.orgId, mailId: id }
}

it('asks nobody again for a mail before the time that the provider has named, and then sends it once', async () => {
  const key = await queue()
  resend.next('limit for two minutes')
  await expect(deliverMail(key)).rejects.toThrow('429')
  const asked = resend.asked()
  await expect(deliverMail(key)).rejects.toThrow('by somebody else')
  expect(await deliverDueMails()).toEqual({ sent: 0, failed: 0 })
  expect(resend.asked()).toBe(asked)
  await pool().query(`UPDATE outbox_mail SET claimed_until = claimed_until - interval '120 seconds' WHERE id = $1`, [key.mailId])
  await deliverMail(key)
  expect(resend.mails()).toHaveLength(1)
})
