import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { activate, deactivate, makeTeam, switchEventsIn, switchMailsIn } from '@/server/testing/switching'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { pool, prisma } from '../../platform/db'
import { regenerateToken } from '../../tokens/commands/regenerate-token'

await createTestDatabase()

const PAST = new Date('2026-01-02T03:04:05Z')

const read = (orgId: string, id: string) => prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } })
const outcomes = (results: { outcome: string; code: string | null }[]) => results.map(({ outcome, code }) => code ?? outcome)

describe('who may', () => {
  const both = [deactivate, activate] as const

  it.each(both)('nobody but an owner of the organization, with governance activated (%#)', async (act) => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom, {}, act === activate ? { deactivatedAt: PAST, deactivatedBy: owner.userId, deactivationReason: 'other' } : {})
    const admin = await makeMember(orgId, { roles: ['org_member', 'org_admin'] })
    const auditor = await makeMember(orgId, { roles: ['org_member', 'access_log_auditor'] })
    expect(await refusal(act(tom, [token]))).toBe('not_found')
    expect(await refusal(act(auditor, [token]))).toBe('not_found')
    expect(await refusal(act(admin, [token]))).toBe('owner_only')
    expect(await refusal(act({ ...owner, igaActivated: false }, [token]))).toBe('governance_not_activated')
    expect(await switchEventsIn(orgId)).toEqual([])
    expect((await read(orgId, token)).deactivatedAt !== null).toBe(act === activate)
  })

  it('an owner elsewhere, also of this person, finds none of these tokens', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const elsewhere = await makeMember(await makeOrganization(), { userId: owner.userId, roles: ['org_owner'] })
    const token = await makeToken(tom)
    expect(outcomes(await deactivate(elsewhere, [token]))).toEqual(['not_found'])
    expect((await read(orgId, token)).deactivatedAt).toBeNull()
    expect([await switchEventsIn(orgId), await switchEventsIn(elsewhere.orgId)]).toEqual([[], []])
  })

  it('an owner, of their own tokens as well', async () => {
    const { owner } = await makeTeam()
    expect(outcomes(await deactivate(owner, [await makeToken(owner, { roles: ['org_owner'] })]))).toEqual(['changed'])
  })
})

describe('deactivating', () => {
  it('says who, when and why, in the token, the log and one mail', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom, { name: 'deploy' })
    expect(await deactivate(owner, [token], 'Seen in a log.\nAsk me.')).toEqual([{ tokenId: token, outcome: 'changed', code: null, expired: false }])
    expect(await read(orgId, token)).toMatchObject({
      deactivatedAt: expect.any(Date), deactivatedBy: owner.userId, deactivationReason: 'key_compromise', deactivationNote: 'Seen in a log.\nAsk me.', generation: 2,
    })
    expect(await switchEventsIn(orgId)).toMatchObject([
      {
        type: 'csp__deactivate_api_token', actorUserId: owner.userId, tokenId: token, result: 'success', ip: '192.0.2.1',
        details: { tokenName: 'deploy', userName: 'Test Person', reason: 'key_compromise', note: 'Seen in a log.\nAsk me.' },
      },
    ])
    expect(await switchMailsIn(orgId)).toMatchObject([
      { template: 'token_deactivated', recipientId: tom.userId, data: { tokenId: token, tokenName: 'deploy', by: 'Test Person', reason: 'key_compromise', note: 'Seen in a log.\nAsk me.' } },
    ])
  })

  it('tells each user once: of one token by name, of several in a digest', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    const [a, b, c] = [await makeToken(tom, { name: 'job-10' }), await makeToken(lia, { name: 'b' }), await makeToken(tom, { name: 'job-9' })]
    expect(outcomes(await deactivate(owner, [c, b, a]))).toEqual(['changed', 'changed', 'changed'])
    const mails = await switchMailsIn(orgId)
    expect(mails.map(({ template, recipientId }) => [template, recipientId]).toSorted()).toEqual(
      [['token_deactivated', lia.userId], ['tokens_deactivated', tom.userId]].toSorted(),
    )
    expect(mails.find(({ template }) => template === 'tokens_deactivated')?.data).toMatchObject({ count: 2, tokens: [{ tokenName: 'job-9' }, { tokenName: 'job-10' }] })
    expect(await switchEventsIn(orgId)).toHaveLength(3)
    const jobs = await pool().query(`SELECT 1 FROM pgboss.job WHERE name = 'deliver-mail' AND data->>'mailId' = ANY($1)`, [mails.map(({ id }) => id)])
    expect(jobs.rowCount).toBe(2)
  })

  it('changes nothing the second time, whatever the reason is then', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom)
    await deactivate(owner, [token], 'first')
    const before = await read(orgId, token)
    expect(outcomes(await deactivate(owner, [token], 'second'))).toEqual(['unchanged'])
    expect(await read(orgId, token)).toEqual(before)
    expect([(await switchEventsIn(orgId)).length, (await switchMailsIn(orgId)).length]).toEqual([1, 1])
  })

  it('is done once where sixteen owners do it at once, in any order', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const other = await makeMember(orgId, { roles: ['org_owner'] })
    const ids = [await makeToken(tom), await makeToken(tom), await makeToken(tom)]
    const all = await Promise.all(Array.from({ length: 16 }, (_none, at) => deactivate(at % 2 ? owner : other, at % 3 ? ids : ids.toReversed())))
    expect(all.flat().filter(({ outcome }) => outcome === 'changed')).toHaveLength(3)
    expect(await switchEventsIn(orgId)).toHaveLength(3)
    expect(await switchMailsIn(orgId)).toMatchObject([{ template: 'tokens_deactivated', data: { count: 3 } }])
    expect((await read(orgId, ids[0] ?? '')).generation).toBe(2)
  })

  it('names what it refuses and changes the rest', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const [fine, revoked, unknown] = [await makeToken(tom), await makeToken(tom, {}, { revokedAt: PAST }), crypto.randomUUID()]
    expect(outcomes(await deactivate(owner, [revoked, unknown, fine]))).toEqual(['token_revoked', 'not_found', 'changed'])
    expect((await read(orgId, revoked)).deactivatedAt).toBeNull()
    expect(await switchEventsIn(orgId)).toHaveLength(1)
  })

  it('reaches the tokens of people who were suspended or removed', async () => {
    const { orgId, owner, tom, lia } = await makeTeam()
    const ids = [await makeToken(tom), await makeToken(lia)]
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: tom.userId } }, data: { status: 'suspended' } })
    await prisma().membership.update({ where: { orgId_userId: { orgId, userId: lia.userId } }, data: { status: 'removed' } })
    expect(outcomes(await deactivate(owner, ids))).toEqual(['changed', 'changed'])
  })

  it('leaves nothing behind where it fails halfway', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom)
    // A note that the database refuses: after the schema, and in the statement that changes the token.
    await expect(deactivate(owner, [token], 'x'.repeat(501))).rejects.toThrow()
    expect((await read(orgId, token)).generation).toBe(1)
    expect([await switchEventsIn(orgId), await switchMailsIn(orgId)]).toEqual([[], []])
  })

  it('leaves neither change nor event where the mail can not be queued', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom)
    // Told of by a name that no JSON in the database can hold.
    await expect(deactivate({ ...owner, lastName: '\u0000' }, [token])).rejects.toThrow()
    expect((await read(orgId, token)).deactivatedAt).toBeNull()
    expect(await switchEventsIn(orgId)).toEqual([])
  })

  it('keeps its user from regenerating', async () => {
    const { owner, tom } = await makeTeam()
    const token = await makeToken(tom)
    await deactivate(owner, [token])
    for (const generation of [1, 2]) expect(await refusal(regenerateToken(tom, { tokenId: token, generation, ttl: null }))).toBe('token_deactivated')
  })
})
