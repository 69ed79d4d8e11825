import { beforeEach, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { regenerateToken } from './regenerate-token'
import { sendReminders } from './send-reminders'

await createTestDatabase()

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

let ctx: UserContext
beforeEach(async () => {
  ctx = await makeMember(await makeOrganization())
  await pool().query('UPDATE api_token SET reminder_days = NULL')
})

const made = (expiresAt: Date, columns: object = {}) => makeToken(ctx, {}, { createdAt: inHours(-2_000), issuedAt: inHours(-2_000), reminderDays: 7, expiresAt, ...columns })
const mails = async () => {
  const sent = await prisma().outboxMail.findMany({ where: { orgId: ctx.orgId, template: { in: ['token_expiring', 'token_expired'] } }, orderBy: { id: 'asc' } })
  return sent.map(({ template, data, recipientId }) => [template, (data as { tokenId: string }).tokenId, recipientId])
}

it('reminds of a token when its reminder is due, once', async () => {
  const due = await made(inHours(7 * 24 - 1))
  await made(inHours(7 * 24 + 1))
  await Promise.all([sendReminders(), sendReminders(), sendReminders()])
  await sendReminders()
  expect(await mails()).toEqual([['token_expiring', due, ctx.userId]])
})

it('says once that a token has expired, reminded before or not', async () => {
  const reminded = await made(inHours(-1), { remindedAt: inHours(-24) })
  const late = await made(inHours(-2))
  await sendReminders()
  await sendReminders()
  expect(new Set((await mails()).map(([template, id]) => `${template} ${id}`))).toEqual(new Set([`token_expired ${reminded}`, `token_expired ${late}`]))
  expect(await mails()).toHaveLength(2)
})

it.each([
  ['asked for no reminder', { reminderDays: null }],
  ['was revoked', { revokedAt: inHours(-1) }],
  ['was deactivated', { deactivatedAt: inHours(-1), deactivatedBy: '01900000-0000-7000-8000-000000000001', deactivationReason: 'other' }],
])('is silent about a token that %s', async (_what, columns) => {
  await made(inHours(24), columns)
  await made(inHours(-3), columns)
  expect(await sendReminders()).toBe(0)
})

it('is silent about what expired days ago, and looks at it no more', async () => {
  const id = await made(inHours(-4 * 24))
  expect(await sendReminders()).toBe(0)
  expect(await prisma().apiToken.findFirst({ where: { id }, select: { expiryMailedAt: true } })).toEqual({ expiryMailedAt: expect.any(Date) })
})

it('reminds again of a token that was regenerated', async () => {
  const id = await made(inHours(24), { ttlValue: 3, ttlUnit: 'days', reminderDays: 3 })
  await sendReminders()
  await regenerateToken(ctx, { tokenId: id, generation: 1, ttl: { value: 3, unit: 'days' } })
  await prisma().apiToken.updateMany({ where: { id }, data: { reminderDays: 3 } })
  expect(await sendReminders()).toBe(1)
  expect(await mails()).toHaveLength(2)
})

it('reminds of more than fit one transaction', async () => {
  const id = await made(inHours(24))
  await pool().query(
    `INSERT INTO api_token (org_id, id, user_id, name, digest, digest_key_version, last_four, created_at, issued_at, ttl_value, ttl_unit, expires_at, reminder_days, org_roles, service_roles, idempotency_key)
     SELECT org_id, gen, user_id, name, sha256(gen::text::bytea), 1, last_four, created_at, issued_at, 1, 'days', expires_at, 7, org_roles, service_roles, gen
       FROM api_token, LATERAL (SELECT gen_random_uuid() AS gen FROM generate_series(1, 249)) made WHERE id = $1`,
    [id],
  )
  expect(await sendReminders()).toBe(250)
})
