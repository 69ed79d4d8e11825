import { beforeEach, expect, it } from 'vitest'
import { insertTokens } from '@/server/testing/many-tokens'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { mendLives } from './mend-lives'

const DAY = 86_400_000
const ago = (days: number) => new Date(Math.floor(Date.now() / DAY) * DAY - days * DAY)
const one = { issuedAt: ago(20), expiresAt: ago(-20), lastUsedAt: ago(3), revokedAt: null }

await createTestDatabase()

let ctx: UserContext
let ids: string[]
beforeEach(async () => {
  ctx = await makeMember(await makeOrganization())
  ids = await insertTokens(ctx, [one, one, one])
})

const livesOf = async (orgId: string) => prisma().tokenLife.findMany({ where: { orgId }, orderBy: { id: 'asc' }, select: { id: true, userId: true, issuedAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true } })
const life = (at: number, change = {}) => ({ id: ids[at], userId: ctx.userId, ...one, ...change })

it('makes the life of a token that code deployed before has generated', async () => {
  await pool().query('DELETE FROM token_life WHERE id = $1', [ids[1]])
  await mendLives(ctx.orgId)
  expect(await livesOf(ctx.orgId)).toEqual([life(0), life(1, { lastUsedAt: null }), life(2)])
})

it('takes over what was regenerated and revoked there', async () => {
  await pool().query('UPDATE api_token SET issued_at = $2, expires_at = $3 WHERE id = $1', [ids[0], ago(10), ago(-30)])
  await pool().query('UPDATE api_token SET revoked_at = $2 WHERE id = $1', [ids[2], ago(1)])
  await mendLives(ctx.orgId)
  expect(await livesOf(ctx.orgId)).toEqual([life(0, { issuedAt: ago(10), expiresAt: ago(-30) }), life(1), life(2, { revokedAt: ago(1) })])
})

it('takes over a last use that was written there, forward only', async () => {
  await pool().query('UPDATE api_token SET last_used_at = $2 WHERE id = $1', [ids[0], ago(1)])
  await pool().query('UPDATE api_token SET last_used_at = $2 WHERE id = $1', [ids[1], ago(4)])
  await mendLives(ctx.orgId)
  expect(await livesOf(ctx.orgId)).toEqual([life(0, { lastUsedAt: ago(1) }), life(1), life(2)])
})

it('rewrites nothing that is as it should be, and touches no other organization', async () => {
  const other = await makeMember(await makeOrganization())
  const [elsewhere] = await insertTokens(other, [one])
  await pool().query('DELETE FROM token_life WHERE id = $1', [elsewhere])
  const places = async () => (await pool().query('SELECT ctid, xmin FROM token_life WHERE org_id = $1 ORDER BY id', [ctx.orgId])).rows
  const before = await places()
  await mendLives(ctx.orgId)
  expect(await places()).toEqual(before)
  expect(await livesOf(other.orgId)).toEqual([])
})
