import { beforeAll, describe, expect, it } from 'vitest'
import { askAs } from '@/server/testing/ask-interface'
import { makeAccessToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { SessionContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const PATH = '/csp/gateway/am/api/loggedin/user/api-tokens'
const wanted = (life: object) => ({ tokenName: 'pipeline', allowedScopes: { organizationScopes: { roles: [{ name: 'org_member' }] } }, ...life })

let ctx: SessionContext
let accessToken: string
beforeAll(async () => {
  ctx = await makeMember(await makeOrganization())
  accessToken = await makeAccessToken(ctx)
})

const generate = (life: object) => askAs(accessToken, 'POST', PATH, { json: wanted(life) })

type Kept = { id: string; value: number | null; unit: string | null; lives: number | null }

/** The newest token of all: its TTL as it is kept, and the seconds from issue to expiry. */
async function newest(): Promise<Kept | undefined> {
  const { rows } = await pool().query<Kept>(
    `SELECT id, ttl_value AS value, ttl_unit AS unit, extract(epoch FROM expires_at - issued_at)::float8 AS lives
       FROM api_token WHERE org_id = $1 AND user_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [ctx.orgId, ctx.userId],
  )
  return rows[0]
}

const limitTo = (maxTtlValue: number, maxTtlUnit: string) => prisma().tokenPolicy.update({ where: { orgId: ctx.orgId }, data: { maxEnabled: true, maxTtlValue, maxTtlUnit } })
const endLimit = () => prisma().tokenPolicy.update({ where: { orgId: ctx.orgId }, data: { maxEnabled: false } })

describe('the life of a generated token', () => {
  it.each<[string, object, Omit<Kept, 'id'>]>([
    ['the shortest', { refreshTokenTTL: 60 }, { value: 1, unit: 'minutes', lives: 60 }],
    ['a second more', { refreshTokenTTL: 61 }, { value: 61, unit: 'seconds', lives: 61 }],
    ['a minute and a half', { refreshTokenTTL: 90 }, { value: 90, unit: 'seconds', lives: 90 }],
    ['a second less than a day', { refreshTokenTTL: 86_399 }, { value: 86_399, unit: 'seconds', lives: 86_399 }],
    ['whole minutes', { refreshTokenTTL: 5_400 }, { value: 90, unit: 'minutes', lives: 5_400 }],
    ['whole hours', { refreshTokenTTL: 7_200 }, { value: 2, unit: 'hours', lives: 7_200 }],
    ['whole days', { refreshTokenTTL: 15_552_000 }, { value: 180, unit: 'days', lives: 15_552_000 }],
    ['nearly five years', { refreshTokenTTL: 157_000_001 }, { value: 157_000_001, unit: 'seconds', lives: 157_000_001 }],
    ['value and unit', { ttlValue: 2, ttlUnit: 'HOURS' }, { value: 2, unit: 'hours', lives: 7_200 }],
    ['none', { refreshTokenTTL: null }, { value: null, unit: null, lives: null }],
  ])('is exactly what was asked for: %s', async (_name, life, kept) => {
    expect((await generate(life)).status).toBe(200)
    expect(await newest()).toEqual({ id: expect.any(String), ...kept })
  })

  it.each<[string, object, string, string]>([
    ['less than a minute', { refreshTokenTTL: 59 }, 'refreshTokenTTL', 'ttl_too_short'],
    ['nothing', { refreshTokenTTL: 0 }, 'refreshTokenTTL', 'ttl_too_short'],
    ['half a second', { refreshTokenTTL: 61.5 }, 'refreshTokenTTL', 'ttl_not_whole'],
    ['a life in words', { refreshTokenTTL: '3600' }, 'refreshTokenTTL', 'ttl_not_whole'],
    ['more than 60 months', { refreshTokenTTL: 60 * 60 * 24 * 1_900 + 1 }, 'refreshTokenTTL', 'ttl_too_long'],
    ['more than any date holds', { refreshTokenTTL: Number.MAX_SAFE_INTEGER }, 'refreshTokenTTL', 'ttl_too_long'],
    ['more than 60 months by its unit', { ttlValue: 61, ttlUnit: 'MONTHS' }, 'ttlValue', 'ttl_too_long'],
    ['both lives', { refreshTokenTTL: 90, ttlValue: 1, ttlUnit: 'days' }, 'refreshTokenTTL', 'invalid_request'],
    ['half a life', { ttlValue: 1 }, 'ttlUnit', 'ttl_required'],
    ['seconds by their unit', { ttlValue: 90, ttlUnit: 'SECONDS' }, 'ttlUnit', 'ttl_required'],
  ])('is not to be %s, and the field is named', async (_name, life, field, errorCode) => {
    const { status, answer } = await generate(life)
    expect([status, String(answer['message']).split(':')[0], answer['errorCode']]).toEqual([400, field, errorCode])
  })

  it('goes to the limit of the organization and not a second beyond', async () => {
    await limitTo(2, 'minutes')
    const [below, at, above, never] = [await generate({ refreshTokenTTL: 119 }), await generate({ refreshTokenTTL: 120 }), await generate({ refreshTokenTTL: 121 }), await generate({ refreshTokenTTL: null })]
    await endLimit()
    expect([below.status, at.status]).toEqual([200, 200])
    expect([above, never].map(({ status, answer }) => [status, answer['errorCode'], String(answer['message']).split(':')[0]])).toEqual([
      [400, 'ttl_above_limit', 'refreshTokenTTL'],
      [400, 'never_expires_not_allowed', 'refreshTokenTTL'],
    ])
  })
})

describe('the life of a regenerated token', () => {
  it('is the same to the second, or a shorter one, and no longer one', async () => {
    expect((await generate({ refreshTokenTTL: 150 })).status).toBe(200)
    const id = (await newest())?.id
    const again = async (json: object) => (await askAs(accessToken, 'POST', `${PATH}/${id}/regenerate`, { json })).status
    expect([await again({}), await newest()]).toEqual([200, { id, value: 150, unit: 'seconds', lives: 150 }])
    expect([await again({ refreshTokenTTL: 151 }), await again({ refreshTokenTTL: 59 }), await again({ refreshTokenTTL: 180 })]).toEqual([400, 400, 400])
    expect([await again({ refreshTokenTTL: 149 }), await newest()]).toEqual([200, { id, value: 149, unit: 'seconds', lives: 149 }])
    expect([await again({ refreshTokenTTL: 120 }), await newest()]).toEqual([200, { id, value: 2, unit: 'minutes', lives: 120 }])
  })

  it('has to be chosen anew where the limit has become lower', async () => {
    expect((await generate({ refreshTokenTTL: 90 })).status).toBe(200)
    const id = (await newest())?.id
    const again = (json: object) => askAs(accessToken, 'POST', `${PATH}/${id}/regenerate`, { json })
    await limitTo(1, 'minutes')
    const [same, shorter] = [await again({}), await again({ refreshTokenTTL: 60 })]
    await endLimit()
    expect([same.answer['errorCode'], shorter.status, await newest()]).toEqual(['ttl_above_limit', 200, { id, value: 1, unit: 'minutes', lives: 60 }])
  })
})
