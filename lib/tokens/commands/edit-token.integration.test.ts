import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import type { EditToken } from '../schemas'
import { editToken } from './edit-token'

await createTestDatabase()

const SENT = new Date('2026-01-02T03:04:05Z')
const find = (ctx: UserContext, id: string) => prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId: ctx.orgId, id } } })
const editsOf = (ctx: UserContext) => prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, type: 'csp__edit_api_token' }, orderBy: { id: 'asc' } })
const change = (tokenId: string, changed: Partial<EditToken> = {}): EditToken => ({ tokenId, name: 'nightly-backup', description: '', reminderDays: 7, ...changed })

async function makeOwned(generated: Parameters<typeof makeToken>[1] = {}, columns: Parameters<typeof makeToken>[2] = {}) {
  const ctx = await makeMember(await makeOrganization())
  return { ctx, tokenId: await makeToken(ctx, generated, { remindedAt: SENT, ...columns }) }
}

describe('editToken', () => {
  it('changes name and description, and neither secret, generation nor what was reminded of', async () => {
    const { ctx, tokenId } = await makeOwned()
    const before = await find(ctx, tokenId)
    await editToken(ctx, change(tokenId, { name: 'renamed', description: 'On the new server' }))
    expect(await find(ctx, tokenId)).toEqual({ ...before, name: 'renamed', description: 'On the new server' })
    expect(await editsOf(ctx)).toMatchObject([
      { tokenId, actorUserId: ctx.userId, result: 'success', details: { tokenName: 'renamed', formerName: 'nightly-backup', descriptionChanged: true } },
    ])
  })

  it('reminds again where the reminder is changed, and only there', async () => {
    const { ctx, tokenId } = await makeOwned()
    await editToken(ctx, change(tokenId, { reminderDays: 7, name: 'still reminded' }))
    expect(await find(ctx, tokenId)).toMatchObject({ reminderDays: 7, remindedAt: SENT })
    await editToken(ctx, change(tokenId, { reminderDays: 30 }))
    expect(await find(ctx, tokenId)).toMatchObject({ reminderDays: 30, remindedAt: null })
    await editToken(ctx, change(tokenId, { reminderDays: 0 }))
    expect(await find(ctx, tokenId)).toMatchObject({ reminderDays: null })
    expect((await editsOf(ctx)).map(({ details }) => (details as { reminderDays?: number }).reminderDays)).toEqual([undefined, 30, null])
  })

  it('changes nothing and records nothing where nothing is different', async () => {
    const { ctx, tokenId } = await makeOwned()
    await editToken(ctx, change(tokenId))
    expect(await editsOf(ctx)).toEqual([])
  })

  it('leaves a reminder alone that would be too late by now', async () => {
    const { ctx, tokenId } = await makeOwned({ ttlValue: 30, ttlUnit: 'days' }, { expiresAt: new Date(Date.now() + 86_400_000) })
    await editToken(ctx, change(tokenId, { name: 'renamed at last' }))
    expect(await find(ctx, tokenId)).toMatchObject({ name: 'renamed at last', reminderDays: 7 })
    expect(await refusal(editToken(ctx, change(tokenId, { reminderDays: 3 })))).toBe('reminder_after_expiry')
  })

  it('keeps a reminder that the form does not offer, and takes no new one of that kind', async () => {
    const { ctx, tokenId } = await makeOwned({}, { reminderDays: 14 })
    await editToken(ctx, change(tokenId, { reminderDays: 14, name: 'fortnightly' }))
    expect(await find(ctx, tokenId)).toMatchObject({ name: 'fortnightly', reminderDays: 14 })
    expect(await refusal(editToken(ctx, change(tokenId, { reminderDays: 15 })))).toBe('reminder_invalid')
  })

  it('is refused for a revoked token', async () => {
    const { ctx, tokenId } = await makeOwned({}, { revokedAt: SENT })
    expect(await refusal(editToken(ctx, change(tokenId, { name: 'revived' })))).toBe('token_revoked')
    expect(await editsOf(ctx)).toEqual([])
  })

  it("does not find somebody else's token, nor one of the caller's other organization", async () => {
    const { ctx, tokenId } = await makeOwned()
    const other = await makeMember(ctx.orgId, { roles: ['org_owner'] })
    const elsewhere = await makeMember(await makeOrganization(), { userId: ctx.userId })
    for (const stranger of [other, elsewhere]) expect(await refusal(editToken(stranger, change(tokenId, { name: 'taken' })))).toBe('not_found')
    expect((await find(ctx, tokenId)).name).toBe('nightly-backup')
  })
})
