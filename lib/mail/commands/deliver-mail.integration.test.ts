import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { makeDataDir, removeDataDir } from '@/server/testing/temporary-folder'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { newId } from '../../platform/ids'
import { startWorker } from '../../platform/queue'
import { inTransaction } from '../../platform/transaction'
import { deliverMail, type MailKey } from './deliver-mail'
import { enqueueMail } from './enqueue-mail'

const dataDir = await makeDataDir()
await createTestDatabase({ DATA_DIR: dataDir, MAIL_FROM: 'Token, Office <tokens@example.com>', PUBLIC_URL: 'https://tokens.example.com' })

const folder = join(dataDir, 'mail')
const files = () => readdir(folder).catch(() => [] as string[])
const read = async (name: string) => PostalMime.parse(await readFile(join(folder, name)))

let orgId = ''
beforeAll(async () => {
  orgId = await makeOrganization()
})
afterEach(() => rm(folder, { recursive: true, force: true }))
afterAll(() => removeDataDir(dataDir))

const noticeFor = (ctx: UserContext, tokenName = 'nightly-backup', cause = newId()) => ({
  orgId,
  recipientId: ctx.userId,
  template: 'token_generated' as const,
  cause: `token_generated:${cause}:1`,
  data: { tokenId: newId(), tokenName, lastFour: 'x9Qz', at: '2026-03-01T12:34:00.000Z', expiresAt: null, ip: '192.0.2.7' },
})
const mailsTo = (ctx: UserContext) => prisma().outboxMail.findMany({ where: { orgId, recipientId: ctx.userId } })
const jobsOf = async (mailId: string) => (await pool().query<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [mailId])).rows

/** Queues a notice and says which. */
async function queue(ctx: UserContext, tokenName?: string): Promise<MailKey> {
  await inTransaction((tx) => enqueueMail(tx, noticeFor(ctx, tokenName)))
  const [mail] = await mailsTo(ctx)
  return { orgId, mailId: mail?.id ?? '' }
}

describe('enqueueMail', () => {
  it('makes one mail and one job of one cause', async () => {
    const ctx = await makeMember(orgId)
    const mail = noticeFor(ctx)
    await Promise.all([1, 2, 3].map(() => inTransaction((tx) => enqueueMail(tx, mail))))
    const mails = await mailsTo(ctx)
    expect(mails).toHaveLength(1)
    expect(await jobsOf(mails[0]?.id ?? '')).toHaveLength(1)
  })

  it('leaves neither mail nor job where the change is rolled back', async () => {
    const ctx = await makeMember(orgId)
    const jobs = async () => (await pool().query('SELECT FROM pgboss.job')).rowCount
    const before = await jobs()
    const failing = inTransaction(async (tx) => {
      await enqueueMail(tx, noticeFor(ctx))
      throw new Error('the change has failed')
    })
    await expect(failing).rejects.toThrow('the change has failed')
    expect(await mailsTo(ctx)).toEqual([])
    expect(await jobs()).toBe(before)
  })

  it('leaves alone who has turned security notices off', async () => {
    const ctx = await makeMember(orgId)
    await prisma().user.update({ where: { id: ctx.userId }, data: { securityNotices: false } })
    await inTransaction((tx) => enqueueMail(tx, noticeFor(ctx)))
    expect(await mailsTo(ctx)).toEqual([])
  })
})

describe('deliverMail', () => {
  it("writes a file of the recipient's language that only we may read", async () => {
    const ctx = await makeMember(orgId)
    await prisma().user.update({ where: { id: ctx.userId }, data: { locale: 'de', timeZone: 'Europe/Berlin' } })
    const key = await queue(ctx)
    await deliverMail(key)
    expect(await files()).toEqual([`${key.mailId}.eml`])
    const mail = await read(`${key.mailId}.eml`)
    expect(mail).toMatchObject({ subject: 'API-Token generiert: nightly-backup', messageId: `<${key.mailId}@example.com>`, from: { address: 'tokens@example.com' }, to: [{ name: 'Test Person', address: ctx.email }] })
    expect(mail.text).toContain('1. März 2026')
    expect(mail.html).toContain('lang="de"')
    expect((await stat(join(folder, `${key.mailId}.eml`))).mode & 0o777).toBe(0o600)
    expect((await mailsTo(ctx))[0]).toMatchObject({ attempts: 1, lastError: null, claimedUntil: null, sentAt: expect.any(Date) })
  })

  it('keeps headers and markup whole, whatever is in a name', async () => {
    const ctx = await makeMember(orgId)
    await prisma().user.update({ where: { id: ctx.userId }, data: { firstName: 'Ada\r\nBcc: a@example.com', lastName: '"<b>, x@example.com' } })
    const key = await queue(ctx, 'x\r\nBcc: everybody@example.com\r\n\r\n<img src=x> & "y" رمز')
    await deliverMail(key)
    const mail = await read(`${key.mailId}.eml`)
    expect(mail.headers.map(({ key: name }) => name).toSorted()).toEqual(['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'])
    expect(mail.to?.map(({ address }) => address)).toEqual([ctx.email])
    expect(mail.html).not.toContain('<img')
    expect(mail.subject).toContain('& "y" رمز')
  })

  it('sends once, however often and by however many it is asked', async () => {
    const ctx = await makeMember(orgId)
    const key = await queue(ctx)
    const atOnce = await Promise.allSettled([1, 2, 3, 4].map(() => deliverMail(key)))
    expect(atOnce.some(({ status }) => status === 'fulfilled')).toBe(true)
    await deliverMail(key)
    expect((await mailsTo(ctx))[0]?.attempts).toBe(1)
    expect(await files()).toHaveLength(1)
  })

  it('makes no second mail of one whose sender was killed before it could say so', async () => {
    const ctx = await makeMember(orgId)
    const key = await queue(ctx)
    await deliverMail(key)
    const claim = (until: string) => pool().query(`UPDATE outbox_mail SET sent_at = NULL, claimed_until = now() + $2::interval WHERE id = $1`, [key.mailId, until])
    await claim('1 minute')
    await expect(deliverMail(key)).rejects.toThrow('by somebody else')
    await claim('-1 second')
    await deliverMail(key)
    expect(await files()).toEqual([`${key.mailId}.eml`])
  })

  it('says what kept a mail from being sent, and sends it at the next attempt', async () => {
    const ctx = await makeMember(orgId)
    const key = await queue(ctx)
    await writeFile(folder, 'in the way')
    await expect(deliverMail(key)).rejects.toThrow('EEXIST')
    expect((await mailsTo(ctx))[0]).toMatchObject({ sentAt: null, attempts: 1, lastError: expect.stringContaining('EEXIST') })
    await rm(folder)
    await deliverMail(key)
    expect(await files()).toHaveLength(1)
    expect((await mailsTo(ctx))[0]).toMatchObject({ attempts: 2, lastError: null })
  })

  it.each(['suspended', 'removed'])('drops what is for one who was %s', async (status) => {
    const ctx = await makeMember(orgId)
    const key = await queue(ctx)
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: ctx.userId } }, data: { status } })
    await deliverMail(key)
    expect(await files()).toEqual([])
    expect((await mailsTo(ctx))[0]).toMatchObject({ sentAt: null, droppedAt: expect.any(Date) })
  })

  it('does nothing about a mail that does not exist', async () => {
    await deliverMail({ orgId, mailId: newId() })
    expect(await files()).toEqual([])
  })
})

describe('two workers', () => {
  it('deliver every mail once, those that failed first included', async () => {
    await pool().query('DELETE FROM pgboss.job')
    const people = await Promise.all(Array.from({ length: 6 }, () => makeMember(orgId)))
    await writeFile(folder, 'in the way')
    for (const ctx of people) await queue(ctx)
    const workers = await Promise.all([1, 2].map(() => startWorker({ 'deliver-mail': deliverMail })))
    const count = async (state: string) => (await pool().query('SELECT FROM pgboss.job WHERE state = $1', [state])).rowCount
    await vi.waitFor(async () => expect(await count('retry')).toBeGreaterThan(0), { timeout: 15_000 })
    await rm(folder)
    await mkdir(folder, { recursive: true })
    await vi.waitFor(
      async () => {
        // Their next attempt is not before half a minute has passed: too long for a test.
        await pool().query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`)
        expect(await count('completed')).toBe(people.length)
      },
      { timeout: 25_000, interval: 500 },
    )
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(await files()).toHaveLength(people.length)
    for (const ctx of people) expect((await mailsTo(ctx))[0]?.sentAt).toBeInstanceOf(Date)
  }, 60_000)

  it('does not pause between mails that have queued up', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => makeMember(orgId)))
    for (const ctx of people) await queue(ctx)
    const worker = await startWorker({ 'deliver-mail': deliverMail })
    // A look every other second that takes one mail would take twice as long.
    await vi.waitFor(async () => expect(await files()).toHaveLength(people.length), { timeout: 12_000, interval: 200 })
    await worker.stop()
  }, 60_000)
})
