import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { startResendStandIn } from '@/server/testing/resend-stand-in'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { newId } from '../../platform/ids'
import { startWorker } from '../../platform/queue'
import { inTransaction } from '../../platform/transaction'
import { deliverDueMails } from './deliver-due-mails'
import { deliverMail, type MailKey } from './deliver-mail'
import { enqueueMail } from './enqueue-mail'

const API_KEY = 're_a-key-that-nobody-may-read'
const standIn = await startResendStandIn()
await createTestDatabase({ RESEND_API_KEY: API_KEY, RESEND_BASE_URL: standIn.url, MAIL_FROM: 'Tokenward <tokens@example.com>' })

let orgId = ''
beforeAll(async () => {
  orgId = await makeOrganization()
})
afterEach(async () => {
  standIn.stay('accept')
  await pool().query('DELETE FROM pgboss.job')
  await pool().query('UPDATE outbox_mail SET dropped_at = now() WHERE sent_at IS NULL AND dropped_at IS NULL')
})
afterAll(() => standIn.stop())

/** Somebody whose token an owner has deactivated, a minute ago. */
async function tell(): Promise<{ ctx: UserContext; key: MailKey }> {
  const ctx = await makeMember(orgId)
  const data = { tokenId: newId(), tokenName: 'nightly-backup', lastFour: 'x9Qz', at: '2026-03-01T12:34:00.000Z', by: 'Olga Owner', reason: 'policy_violation', note: null } as const
  await inTransaction((tx) => enqueueMail(tx, { orgId, recipientId: ctx.userId, template: 'token_deactivated', cause: `token_deactivated:${newId()}`, data }))
  const { id } = await prisma().outboxMail.findFirstOrThrow({ where: { orgId, recipientId: ctx.userId } })
  await pool().query(`UPDATE outbox_mail SET created_at = now() - interval '1 minute' WHERE id = $1`, [id])
  return { ctx, key: { orgId, mailId: id } }
}
const rowOf = ({ mailId }: MailKey) => prisma().outboxMail.findUniqueOrThrow({ where: { orgId_id: { orgId, id: mailId } } })
const receivedBy = ({ email }: UserContext) => standIn.mails().filter(({ to }) => to === email)

describe('deliverMail by Resend', () => {
  it('hands over the letter, once', async () => {
    const { ctx, key } = await tell()
    await deliverMail(key)
    await deliverMail(key)
    expect(receivedBy(ctx)).toMatchObject([{ from: '"Tokenward" <tokens@example.com>', subject: 'API token deactivated: nightly-backup' }])
  })

  it('keeps a mail whose provider is down, says why without the key, and delivers it later', async () => {
    const { ctx, key } = await tell()
    standIn.next('down', 'limit', 'wrong key')
    for (const said of ['500', '429', '401']) {
      await expect(deliverMail(key)).rejects.toThrow(said)
      expect(await rowOf(key)).toMatchObject({ sentAt: null, droppedAt: null, claimedUntil: null, lastError: expect.stringContaining(said) })
    }
    expect((await rowOf(key)).lastError).not.toContain(API_KEY)
    await deliverMail(key)
    expect(receivedBy(ctx)).toHaveLength(1)
  })

  it('makes no second mail of one that was taken before the connection broke, nor when its reader has changed their language', async () => {
    const { ctx, key } = await tell()
    standIn.next('cut')
    await expect(deliverMail(key)).rejects.toThrow('no answer')
    await prisma().user.update({ where: { id: ctx.userId }, data: { locale: 'de' } })
    await deliverMail(key)
    expect(receivedBy(ctx)).toHaveLength(1)
    expect((await rowOf(key)).sentAt).toBeInstanceOf(Date)
  })

  it('drops one that is refused for good, and does not ask again', async () => {
    const { key } = await tell()
    standIn.next('refuse')
    await deliverMail(key)
    const asked = standIn.asked()
    await deliverMail(key)
    expect(standIn.asked()).toBe(asked)
    expect(await rowOf(key)).toMatchObject({ sentAt: null, droppedAt: expect.any(Date), lastError: expect.stringContaining('Invalid `to` field') })
  })
})

it('fails nobody while the provider is down, and a worker delivers each mail once when it is up', async () => {
  standIn.stay('down')
  const told = await Promise.all(Array.from({ length: 6 }, tell))
  const worker = await startWorker({ 'deliver-mail': deliverMail })
  const count = async (state: string) => (await pool().query('SELECT FROM pgboss.job WHERE state = $1', [state])).rowCount
  await vi.waitFor(async () => expect(await count('retry')).toBeGreaterThan(2), { timeout: 15_000 })
  standIn.stay('accept')
  standIn.next('cut', 'limit', 'nonsense')
  await vi.waitFor(
    async () => {
      // Their next attempt is not before half a minute has passed: too long for a test.
      await pool().query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`)
      expect(await count('completed')).toBe(told.length)
    },
    { timeout: 25_000, interval: 500 },
  )
  await worker.stop()
  for (const { ctx } of told) expect(receivedBy(ctx)).toHaveLength(1)
}, 60_000)

describe('deliverDueMails', () => {
  it('delivers what nobody has in hand, and one that fails stops none of the others', async () => {
    const told = []
    for (let made = 0; made < 3; made += 1) told.push(await tell())
    standIn.next('down')
    expect(await deliverDueMails()).toEqual({ sent: 2, failed: 1 })
    expect(await deliverDueMails()).toEqual({ sent: 1, failed: 0 })
    expect(await deliverDueMails()).toEqual({ sent: 0, failed: 0 })
    for (const { ctx } of told) expect(receivedBy(ctx)).toHaveLength(1)
  })

  it.each([
    ['is claimed by somebody', `claimed_until = now() + interval '1 minute'`],
    ['was dropped', 'dropped_at = now()'],
    ['has failed for as long as the queue would ask', 'attempts = 20'],
  ])('leaves a mail alone that %s', async (_what, change) => {
    const { key } = await tell()
    await pool().query(`UPDATE outbox_mail SET ${change} WHERE id = $1`, [key.mailId])
    expect(await deliverDueMails()).toEqual({ sent: 0, failed: 0 })
  })

  it('delivers one that was queued a moment ago: the next round may be a day away', async () => {
    const { key } = await tell()
    await pool().query('UPDATE outbox_mail SET created_at = now() WHERE id = $1', [key.mailId])
    expect(await deliverDueMails()).toEqual({ sent: 1, failed: 0 })
  })

  it('begins none when there is no time', async () => {
    await tell()
    expect(await deliverDueMails(() => false)).toEqual({ sent: 0, failed: 0 })
  })

  it('puts one that has failed behind those that have not', async () => {
    const failed = await tell()
    await pool().query(`UPDATE outbox_mail SET attempts = 3, created_at = now() - interval '1 day' WHERE id = $1`, [failed.key.mailId])
    const fresh = await tell()
    standIn.stay('refuse')
    let looks = 0
    await deliverDueMails(() => (looks += 1) === 1)
    expect((await rowOf(fresh.key)).droppedAt).not.toBeNull()
    expect((await rowOf(failed.key)).droppedAt).toBeNull()
  })
})
