import { beforeEach, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { tokenForm } from '@/server/testing/token-form'
import { issueToken } from '@/server/testing/tokens'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { generateToken } from './generate-token'
import { SECRETS_PER_HOUR } from './issuing'
import { regenerateToken } from './regenerate-token'
import { revokeToken } from './revoke-token'

await createTestDatabase()

let ctx: UserContext
let tokenId: string
beforeEach(async () => {
  ctx = await makeMember(await makeOrganization())
  tokenId = (await issueToken(ctx)).tokenId
})

const setCounter = (points: number, secondsLeft: number) =>
  pool().query(`UPDATE failure_counter SET points = $2, expire = (extract(epoch FROM now()) + $3) * 1000 WHERE key LIKE '%' || $1`, [ctx.userId, points, secondsLeft])
const counted = async () => (await prisma().failureCounter.findFirst({ where: { key: { endsWith: ctx.userId } }, select: { points: true } }))?.points
const generate = (by = ctx, change = {}) => generateToken(by, tokenForm(by, change))
const regenerate = (generation = 1) => regenerateToken(ctx, { tokenId, generation, ttl: null })
const refusal = (made: Promise<unknown>) => made.then(() => null, (error: unknown) => (error instanceof DomainError ? { code: error.code, wait: error.retryAfterSeconds } : error))
/** The same person in another organization. */
async function elsewhere(): Promise<UserContext> {
  const orgId = await makeOrganization()
  await prisma().membership.create({ data: { orgId, userId: ctx.userId, roles: ['org_member'], serviceRoles: [], createdAt: new Date(), updatedAt: new Date() } })
  return { ...ctx, orgId }
}
const marks = async () => Promise.all([prisma().apiToken.count({ where: { orgId: ctx.orgId } }), prisma().auditEvent.count({ where: { orgId: ctx.orgId } }), prisma().outboxMail.count({ where: { orgId: ctx.orgId } })])

describe('the limit of new secrets', () => {
  it('counts what was generated and regenerated, and nothing that was refused', async () => {
    expect(await counted()).toBe(1)
    await regenerate()
    await refusal(regenerate(7))
    await refusal(generate(ctx, { roles: ['org_owner'] }))
    expect(await counted()).toBe(2)
  })

  it('refuses one more, says when to try again, and leaves no trace of it', async () => {
    await setCounter(SECRETS_PER_HOUR, 1_800)
    const before = await marks()
    for (const made of [() => generate(), () => regenerate()]) {
      const refused = await refusal(made())
      expect(refused).toEqual({ code: 'too_many_secrets', wait: expect.any(Number) })
      expect(refused).toMatchObject({ wait: expect.toSatisfy((wait: number) => wait > 1_700 && wait <= 1_800) })
    }
    expect([await marks(), await counted()]).toEqual([before, SECRETS_PER_HOUR])
  })

  it('gives its last place once', async () => {
    await setCounter(SECRETS_PER_HOUR - 1, 1_800)
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => refusal(generate())))
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
  })

  it('begins anew when its hour is over', async () => {
    await setCounter(SECRETS_PER_HOUR, -1)
    expect([await refusal(regenerate()), await counted()]).toEqual([null, 1])
  })

  it('stops nobody else, and never a revocation', async () => {
    await setCounter(SECRETS_PER_HOUR, 1_800)
    expect(await refusal(generate(await makeMember(ctx.orgId)))).toBeNull()
    expect(await refusal(revokeToken(ctx, { tokenId }))).toBeNull()
  })

  it('is one for all organizations of a person', async () => {
    await setCounter(SECRETS_PER_HOUR, 1_800)
    expect(await refusal(generate(await elsewhere()))).toMatchObject({ code: 'too_many_secrets' })
  })

  it('counts each of those made in two organizations at the same time, and none waits for another in a circle', async () => {
    const other = await elsewhere()
    const { tokenId: otherId } = await issueToken(other)
    const made = [ctx, other, ctx, other].map((by) => generate(by))
    expect(await Promise.all([...made, regenerate(), regenerateToken(other, { tokenId: otherId, generation: 1, ttl: null })].map(refusal))).toEqual(Array(6).fill(null))
    expect(await counted()).toBe(8)
  })
})
