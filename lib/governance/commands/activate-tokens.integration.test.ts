import { describe, expect, it } from 'vitest'
import { activate, deactivate, makeTeam, switchEventsIn, switchMailsIn } from '@/server/testing/switching'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import { prisma } from '../../platform/db'

await createTestDatabase()

const PAST = new Date('2026-01-02T03:04:05Z')
const ENDED = { createdAt: PAST, issuedAt: PAST, expiresAt: new Date(PAST.getTime() + 60_000) }
const read = (orgId: string, id: string) => prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId, id } } })
const outcomes = (results: { outcome: string; code: string | null }[]) => results.map(({ outcome, code }) => code ?? outcome)

describe('activating', () => {
  it('takes back who, when and why, and tells of it once', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom, { name: 'deploy' })
    await deactivate(owner, [token], 'why')
    expect(outcomes(await activate(owner, [token]))).toEqual(['changed'])
    expect(outcomes(await activate(owner, [token]))).toEqual(['unchanged'])
    expect(await read(orgId, token)).toMatchObject({ deactivatedAt: null, deactivatedBy: null, deactivationReason: null, deactivationNote: null, generation: 2 })
    expect((await switchEventsIn(orgId)).map(({ type }) => type)).toEqual(['csp__deactivate_api_token', 'csp__activate_api_token'])
    expect((await switchMailsIn(orgId)).map(({ template }) => template)).toEqual(['token_deactivated', 'token_activated'])
  })

  it('says of an expired one that it stays so', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom, {}, ENDED)
    await deactivate(owner, [token])
    expect(await activate(owner, [token])).toEqual([{ tokenId: token, outcome: 'changed', code: null, expired: true }])
    expect((await switchMailsIn(orgId)).at(-1)).toMatchObject({ template: 'token_activated', data: { expired: true } })
  })

  it('refuses a revoked one', async () => {
    const { owner, tom } = await makeTeam()
    const token = await makeToken(tom, {}, { deactivatedAt: PAST, deactivatedBy: owner.userId, deactivationReason: 'other', revokedAt: PAST })
    expect(outcomes(await activate(owner, [token]))).toEqual(['token_revoked'])
  })

  it('and deactivating, again and again, each tell of themselves', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const token = await makeToken(tom)
    for (let round = 0; round < 3; round += 1) {
      await deactivate(owner, [token])
      await activate(owner, [token])
    }
    expect((await switchMailsIn(orgId)).length).toBe(6)
    expect((await switchEventsIn(orgId)).length).toBe(6)
  })

  it('is done once where two owners do it at once', async () => {
    const { orgId, owner, tom } = await makeTeam()
    const tokens = [await makeToken(tom), await makeToken(tom)]
    await deactivate(owner, tokens)
    await Promise.all(Array.from({ length: 8 }, () => activate(owner, tokens)))
    expect((await switchEventsIn(orgId)).length).toBe(4)
    expect((await switchMailsIn(orgId)).map(({ template }) => template)).toEqual(['tokens_deactivated', 'tokens_activated'])
  })
})
