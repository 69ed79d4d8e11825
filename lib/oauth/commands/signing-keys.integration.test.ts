import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { exchange, loggedInUser, makeAccessToken, makeToken } from '@/server/testing/exchange'
import { operator } from '@/server/testing/oauth'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../../platform/db'
import { env } from '../../platform/env'
import { ensureSigningKey } from '../../platform/signing-keys'
import { listSigningKeys } from '../queries/list-signing-keys'
import { revokeSigningKey } from './revoke-signing-key'
import { rotateSigningKey } from './rotate-signing-key'

await createTestDatabase()

beforeEach(async () => {
  await prisma().signingKey.deleteMany()
  await readAgain()
})

/** As an instance does within seconds. */
const readAgain = () => ensureSigningKey()
/** As though `minutes` had gone by since the keys were made and retired. */
const wait = async (minutes: number) => {
  await pool().query('UPDATE signing_key SET active_from = active_from - make_interval(mins => $1), retired_at = retired_at - make_interval(mins => $1)', [minutes])
  await readAgain()
}
const rotate = (atOnce = false) => rotateSigningKey(operator(), { atOnce })
const published = async () => (await askInterface('GET', '/csp/gateway/am/api/auth/keys')).answer as unknown as JSONWebKeySet
const kids = async () => new Set((await published()).keys.map(({ kid }) => kid))
const signedWith = (accessToken: string) => decodeProtectedHeader(accessToken).kid
const newMember = async () => makeMember(await makeOrganization())
const states = async () => Object.fromEntries((await listSigningKeys()).map(({ kid, state }) => [kid, state]))

describe('a rotation', () => {
  it('publishes the new key before it signs, and the old one until its last token is over', async () => {
    const ctx = await newMember()
    const inFlight = await makeAccessToken(ctx)
    const old = String(signedWith(inFlight))
    const { kid, formerKids } = await rotate()
    await readAgain()
    expect(formerKids).toEqual([old])
    expect(await kids()).toEqual(new Set([old, kid]))
    expect(signedWith(await makeAccessToken(ctx))).toBe(old)
    expect(await states()).toEqual({ [old]: 'signs', [kid]: 'waits' })
    await wait(6)
    const later = await makeAccessToken(ctx)
    expect(signedWith(later)).toBe(kid)
    expect(await states()).toEqual({ [old]: 'published', [kid]: 'signs' })
    for (const token of [inFlight, later]) {
      expect((await loggedInUser({ 'csp-auth-token': token })).status).toBe(200)
      await jwtVerify(token, createLocalJWKSet(await published()), { issuer: env().publicUrl, audience: env().publicUrl })
    }
    await wait(30)
    expect(await kids()).toEqual(new Set([kid, old]))
    await wait(6)
    expect(await kids()).toEqual(new Set([kid]))
    expect(await states()).toEqual({ [old]: 'gone', [kid]: 'signs' })
  })

  it('makes one key however many ask, and is recorded once', async () => {
    const made = await Promise.all([rotate(), rotate(), rotate()])
    expect(new Set(made.map(({ kid }) => kid)).size).toBe(1)
    expect(await prisma().signingKey.count()).toBe(2)
    const events = await prisma().installationEvent.findMany({ where: { type: 'csp__rotate_signing_key', details: { path: ['kid'], equals: made[0]?.kid ?? '' } } })
    expect(events).toHaveLength(1)
  })

  it('takes the key that waits where there is no time', async () => {
    const { kid } = await rotate()
    expect((await rotate(true)).kid).toBe(kid)
    await readAgain()
    expect(signedWith(await makeAccessToken(await newMember()))).toBe(kid)
  })
})

describe('a revocation', () => {
  it('drops the key and all that it has signed, and another signs', async () => {
    const ctx = await newMember()
    const lost = await makeAccessToken(ctx)
    const kid = await revokeSigningKey(operator(), { kid: String(signedWith(lost)) })
    await readAgain()
    expect(await kids()).toEqual(new Set([kid]))
    expect((await loggedInUser({ 'csp-auth-token': lost })).status).toBe(401)
    expect(signedWith(await makeAccessToken(ctx))).toBe(kid)
  })

  it('of the key that signs lets the one sign that waits', async () => {
    const old = String(signedWith(await makeAccessToken(await newMember())))
    const { kid } = await rotate()
    expect(await revokeSigningKey(operator(), { kid: old })).toBe(kid)
    expect(await states()).toEqual({ [old]: 'revoked', [kid]: 'signs' })
  })

  it('of the key that waits lets the old one go on', async () => {
    const old = String(signedWith(await makeAccessToken(await newMember())))
    const { kid } = await rotate()
    expect(await revokeSigningKey(operator(), { kid })).toBe(old)
    await wait(60)
    expect(await states()).toEqual({ [old]: 'signs', [kid]: 'revoked' })
  })

  it('of what is not there, or twice, is refused', async () => {
    const [key] = await listSigningKeys()
    await revokeSigningKey(operator(), { kid: key?.kid ?? '' })
    for (const kid of [key?.kid ?? '', 'none']) await expect(revokeSigningKey(operator(), { kid })).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('another instance believes a key that it has not read yet', async () => {
  const ctx = await newMember()
  expect((await loggedInUser({ 'csp-auth-token': await makeAccessToken(ctx) })).status).toBe(200)
  const { kid } = await rotate(true)
  vi.resetModules()
  const other: typeof import('@/server/testing/exchange') = await import('@/server/testing/exchange')
  const accessToken = await other.makeAccessToken(ctx)
  expect(signedWith(accessToken)).toBe(kid)
  expect((await loggedInUser({ 'csp-auth-token': accessToken })).status).toBe(200)
})

it('no exchange is lost while keys are rotated and revoked', { timeout: 90_000 }, async () => {
  const ctx = await newMember()
  const { apiToken } = await makeToken(ctx)
  let going = true
  const statuses: number[] = []
  const tokens: string[] = []
  const loop = async () => {
    while (going) {
      const { status, answer } = await exchange(apiToken)
      statuses.push(status)
      tokens.push(String(answer['access_token']))
    }
  }
  // As many as a busy machine serves beside other tests: rotating shares the connections, which an operator's process does not.
  const loops = Array.from({ length: 60 }, loop)
  for (const atOnce of [false, true, true, true]) {
    await rotate(atOnce)
    await readAgain()
    const before = statuses.length
    await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(before + 200), { timeout: 20_000 })
  }
  const used = tokens.length
  // What was signed before dies with its key; what is exchanged meanwhile is not refused.
  const [signing] = (await listSigningKeys()).filter(({ state }) => state === 'signs')
  going = false
  await Promise.all(loops)
  for (const token of tokens.slice(0, used).filter((_token, at) => at % 50 === 0)) expect((await loggedInUser({ 'csp-auth-token': token })).status).toBe(200)
  going = true
  const more = Array.from({ length: 50 }, loop)
  await revokeSigningKey(operator(), { kid: signing?.kid ?? '' })
  await readAgain()
  await vi.waitFor(() => expect(tokens.length).toBeGreaterThan(used + 200), { timeout: 20_000 })
  going = false
  await Promise.all(more)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(new Set(tokens.map(signedWith)).size).toBeGreaterThanOrEqual(4)
})
