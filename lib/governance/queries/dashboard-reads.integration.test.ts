import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { env } from '../../platform/env'
import { newId } from '../../platform/ids'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { makeSecrets } from '@/server/secrets'
import { searchMembers } from '../../identity/queries/search-members'
import { ENTROPY_BYTES, formatApiToken } from '../../tokens/api-token'
import { digestForStorage } from '../../tokens/digest'
import { WHOLE_LIST } from '../token-filter'
import { countKinds } from './count-kinds'
import { countTokens } from './count-tokens'
import { countViolating } from './count-violating'
import { findFilterNames } from './find-filter-names'
import { findTokenIdBySecret } from './find-token-by-secret'
import { listExpirations } from './list-expirations'
import { listRoleChoices } from './list-role-choices'
import { listViolationDays } from './list-violation-days'

/** Two HMAC keys, as while one is being replaced. */
const [older, newer] = [makeSecrets(), makeSecrets()].map((secrets, at) => secrets.TOKEN_HMAC_KEYS.replace(/^\d+/, String(at + 1)))
await createTestDatabase({ TOKEN_HMAC_KEYS: `${older},${newer}` })

const DAY = 86_400_000
const ahead = (days: number) => new Date(Date.now() + days * DAY)
const midnight = (back: number) => new Date(new Date(Date.now() - back * DAY).toISOString().slice(0, 10))

let [owner, stranger]: UserContext[] = []
let ctx: GovernorContext

beforeAll(async () => {
  owner = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
  stranger = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
  ctx = requireGovernor(owner)
  const over = { maxViolation: 'never_expires', maxViolationSince: ahead(-1) }
  await makeToken(ctx, {}, { expiresAt: null, ttlValue: null, ttlUnit: null }, over)
  await makeToken(ctx, {}, { expiresAt: ahead(29) }, { lastUsedAt: ahead(-1) })
  await makeToken(ctx, {}, { expiresAt: ahead(31), createdAt: ahead(-100), issuedAt: ahead(-100) }, { lastUsedAt: ahead(-91) })
  await makeToken(ctx, {}, { createdAt: ahead(-9), issuedAt: ahead(-9), expiresAt: ahead(-1) }, over)
  await makeToken(ctx, {}, { revokedAt: ahead(-1), expiresAt: ahead(1) }, over)
  await makeToken(ctx, {}, { deactivatedAt: ahead(-1), deactivatedBy: ctx.userId, deactivationReason: 'other' })
  await makeToken(stranger, {}, { expiresAt: ahead(1) }, over)
})

const day = (orgId: string, back: number, counts: Record<string, number> = {}) => ({
  orgId, day: midnight(back), at: new Date(), live: 0, violating: 0, maxViolating: 0, idleViolating: 0, deactivated: 0, expiringSoon: 0, unused: 0, neverUsed: 0, neverExpires: 0, ...counts,
})

describe('counting', () => {
  const exact = (count: number) => ({ count, precision: 'exact' })

  it('counts each kind as its filter finds it', async () => {
    expect(await countKinds(ctx)).toEqual({
      live: exact(4), violating: exact(1), deactivated: exact(1), expiringSoon: exact(1), unused: exact(1), neverUsed: exact(3), neverExpires: exact(1),
    })
  })

  it('takes what the latest validation counted where that is too many to count', async () => {
    const many = requireGovernor(await makeMember(await makeOrganization(), { roles: ['org_admin', 'org_member'] }))
    await makeToken(many)
    await prisma().governanceDay.createMany({ data: [day(many.orgId, 1, { live: 70_000, neverUsed: 99_000 }), day(many.orgId, 0, { live: 80_000, violating: 10_000, tokens: 90_000 })] })
    expect(await countKinds(many)).toMatchObject({ live: { count: 80_000, precision: 'about' }, violating: exact(0), neverUsed: exact(1) })
    expect(await countTokens(many, WHOLE_LIST, new Date())).toEqual({ count: 90_000, precision: 'about' })
    expect(await countTokens(many, { ...WHOLE_LIST, expires: 'live', unused: 'ever' }, new Date())).toEqual(exact(1))
  })

  it('says at least how many there are where nobody has counted them', async () => {
    const { orgId, userId } = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
    await prisma().$executeRaw`
      INSERT INTO api_token (org_id, id, user_id, name, digest, digest_key_version, last_four, created_at, issued_at, org_roles, service_roles, idempotency_key)
      SELECT ${orgId}::uuid, gen_random_uuid(), ${userId}::uuid, 'many', sha256(n::text::bytea), 1, 'aaaa', now(), now(), '{org_member}', '{}', gen_random_uuid() FROM generate_series(1, 10001) n`
    const many = requireGovernor({ ...(owner ?? ctx), orgId })
    expect(await countTokens(many, WHOLE_LIST, new Date())).toEqual({ count: 10_000, precision: 'at_least' })
    expect((await countKinds(many)).neverExpires).toEqual({ count: 10_000, precision: 'at_least' })
  })

  it('tells the navigation how many violate, and nothing to who may not see them', async () => {
    expect(await countViolating(ctx)).toEqual(exact(1))
    expect(await countViolating({ ...ctx, igaActivated: false })).toBeNull()
    expect(await countViolating(await makeMember(ctx.orgId))).toBeNull()
  })
})

describe('findTokenIdBySecret', () => {
  /** Gives a token of the organization a secret that is known here, stored under one of the keys. */
  async function makeSecret(user: UserContext, key: number) {
    const apiToken = formatApiToken(user.orgId, randomBytes(ENTROPY_BYTES))
    const { version, digest } = digestForStorage(env().tokenHmacKeys.slice(0, key), apiToken)
    return { apiToken, tokenId: await makeToken(user, {}, { digest: new Uint8Array(digest), digestKeyVersion: version }) }
  }

  it.each([1, 2])('finds the token that a whole secret belongs to, by HMAC key %i', async (key) => {
    const { tokenId, apiToken } = await makeSecret(ctx, key)
    expect(await findTokenIdBySecret(ctx, ` ${apiToken}\n`)).toBe(tokenId)
  })

  it('finds nothing by part of a secret, a wrong checksum, or what is another organization’s', async () => {
    const { apiToken } = await makeSecret(stranger ?? ctx, 2)
    for (const text of [apiToken, apiToken.slice(0, -1), `${apiToken}a`, 'nightly', '']) expect(await findTokenIdBySecret(ctx, text)).toBeNull()
  })
})

describe('the charts', () => {
  it('counts what expires in each of the 13 weeks ahead', async () => {
    const weeks = await listExpirations(ctx)
    expect(weeks.map(({ count }) => count)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(weeks.slice(1).map(({ from }) => from)).toEqual(weeks.slice(0, -1).map(({ to }) => to))
  })

  it('tells what was found on the days that were validated, and when the policy was changed', async () => {
    await prisma().governanceDay.createMany({
      data: [day(ctx.orgId, 0, { live: 5, violating: 3, maxViolating: 2, idleViolating: 1 }), day(ctx.orgId, 3), day(ctx.orgId, 89), day(ctx.orgId, 91), day(stranger?.orgId ?? '', 1)],
    })
    const at = ahead(-2)
    const event = { orgId: ctx.orgId, type: 'csp__update_token_policy', actorUserId: ctx.userId, result: 'success' }
    await prisma().auditEvent.createMany({ data: [{ ...event, id: newId(), at }, { ...event, id: newId(), at: ahead(-91) }, { ...event, id: newId(), at, type: 'csp__user_login' }, { ...event, id: newId(), at, orgId: stranger?.orgId ?? '' }] })
    const { days, policyChanges } = await listViolationDays(ctx)
    expect(days.map((one) => one.day)).toEqual([midnight(89), midnight(3), midnight(0)])
    expect(days.at(-1)).toEqual({ day: midnight(0), live: 5, violating: 3, max: 2, idle: 1 })
    expect(policyChanges).toEqual([at])
  })
})

describe('what filters are chosen from', () => {
  it('names the user and the token of a filter, of this organization only', async () => {
    const id = await makeToken(ctx, { name: 'mine' }, { lastFour: 'abcd' })
    const theirs = await prisma().apiToken.findFirstOrThrow({ where: { orgId: stranger?.orgId ?? '' } })
    expect(await findFilterNames(ctx, { user: ctx.userId, token: id })).toEqual({ user: { name: 'Test Person', email: ctx.email }, token: { name: 'mine', lastFour: 'abcd' } })
    expect(await findFilterNames(ctx, { user: theirs.userId, token: theirs.id })).toEqual({ user: null, token: null })
    expect(await findFilterNames(ctx, { user: null, token: 'none' })).toEqual({ user: null, token: null })
  })

  it('finds members by any part of name or address; no character is a wildcard', async () => {
    const zoe = await makeMember(ctx.orgId)
    await prisma().user.update({ where: { id: zoe.userId }, data: { firstName: 'Zoë', lastName: 'O_Neill', email: `zoe-${zoe.userId}@labs.example` } })
    const found = async (text: string) => (await searchMembers(ctx, text)).map(({ id }) => id)
    for (const text of ['ZOË', 'o_n', 'oë o', `@labs`]) expect(await found(text)).toEqual([zoe.userId])
    for (const text of ['%', 'o%n', 'z_', stranger?.email ?? '']) expect(await found(text)).toEqual([])
    expect(await found(ctx.email)).toEqual([ctx.userId])
    for (let made = 0; made < 10; made += 1) await makeMember(ctx.orgId)
    expect(await found('')).toHaveLength(10)
  })

  it('offers every organization role and the roles of every service', async () => {
    await prisma().service.create({ data: { id: 'warehouse', displayName: 'Warehouse', createdAt: new Date(), roles: { create: { name: 'reader', displayName: 'Reader' } } } })
    const { orgRoles, services } = await listRoleChoices(ctx)
    expect(orgRoles).toContain('software_installer')
    expect(services).toEqual([{ id: 'warehouse', displayName: 'Warehouse', roles: [{ scope: 'external/warehouse/reader', displayName: 'Reader' }] }])
  })
})
