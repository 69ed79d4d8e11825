import { decodeProtectedHeader } from 'jose'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { loggedInUser, makeAccessToken } from '@/server/testing/exchange'
import { basic, makeService, operator, postForm } from '@/server/testing/oauth'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { revokeSigningKey } from '../oauth/commands/revoke-signing-key'
import { rotateSigningKey } from '../oauth/commands/rotate-signing-key'
import { ensureSigningKey } from './signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)
afterEach(() => void vi.restoreAllMocks())

const newAccessToken = async () => makeAccessToken(await makeMember(await makeOrganization()))
const statusWith = async (accessToken: string) => (await loggedInUser({ 'csp-auth-token': accessToken })).status
/** As an instance reads the keys again that nobody told of a change. */
function letKeysGrowOld(): void {
  const later = performance.now() + 5_001
  vi.spyOn(performance, 'now').mockReturnValue(later)
}

it('imports a key once, however many requests are verified with it and however often the keys are read', async () => {
  const imported = vi.spyOn(crypto.subtle, 'importKey')
  await rotateSigningKey(operator(), { atOnce: true })
  await ensureSigningKey()
  const accessToken = await newAccessToken()
  for (let time = 0; time < 3; time += 1) {
    await ensureSigningKey()
    expect(await statusWith(accessToken)).toBe(200)
  }
  // The database's driver imports what it signs in with, as bare bytes.
  expect(imported.mock.calls.filter(([format]) => String(format) !== 'raw')).toHaveLength(1)
})

it('verifies an access token once where a service asks of it', async () => {
  const { headers } = await makeService('object-store', ['viewer'])
  const accessToken = await newAccessToken()
  const verified = vi.spyOn(crypto.subtle, 'verify')
  expect((await postForm('/oauth/introspect', { token: accessToken }, { headers })).answer).toMatchObject({ active: true })
  expect(verified).toHaveBeenCalledTimes(1)
  expect((await postForm('/oauth/introspect', { token: accessToken }, { headers: basic('object-store', 'x') })).status).toBe(401)
  expect(verified).toHaveBeenCalledTimes(1)
})

it('refuses what a revoked key has signed within five seconds, and takes what its successor signs', async () => {
  const lost = await newAccessToken()
  expect(await statusWith(lost)).toBe(200)
  await revokeSigningKey(operator(), { kid: String(decodeProtectedHeader(lost).kid) })
  letKeysGrowOld()
  expect(await statusWith(lost)).toBe(401)
  expect(await statusWith(await newAccessToken())).toBe(200)
})
