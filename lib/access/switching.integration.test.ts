import { beforeAll, describe, expect, it } from 'vitest'
import { exchange, loggedInUser, makeToken } from '@/server/testing/exchange'
import { activate, deactivate, makeTeam } from '@/server/testing/switching'
import { createTestDatabase } from '@/server/testing/test-database'
import { ensureSigningKey } from '../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const accessTokenOf = async (apiToken: string) => String((await exchange(apiToken)).answer['access_token'])
const statusWith = async (accessToken: string) => (await loggedInUser({ authorization: `Bearer ${accessToken}` })).status

describe('a token that an owner deactivates', () => {
  it('is refused from then on, and so are the access tokens got with it', async () => {
    const { owner, tom } = await makeTeam()
    const { apiToken, tokenId } = await makeToken(tom)
    const accessToken = await accessTokenOf(apiToken)
    expect(await statusWith(accessToken)).toBe(200)
    await deactivate(owner, [tokenId])
    const refused = await exchange(apiToken)
    expect([refused.status, JSON.stringify(refused.answer)]).toEqual([400, expect.stringContaining('token_deactivated')])
    expect(await statusWith(accessToken)).toBe(401)
  })

  it('works again once it is activated, but its earlier access tokens do not', async () => {
    const { owner, tom } = await makeTeam()
    const { apiToken, tokenId } = await makeToken(tom)
    const earlier = await accessTokenOf(apiToken)
    await deactivate(owner, [tokenId])
    await activate(owner, [tokenId])
    const later = await accessTokenOf(apiToken)
    expect([await statusWith(earlier), await statusWith(later)]).toEqual([401, 200])
  })

  it('is refused by every exchange that begins after the answer, while others exchange it', async () => {
    const { owner, tom } = await makeTeam()
    const { apiToken, tokenId } = await makeToken(tom)
    const during = Array.from({ length: 8 }, () => exchange(apiToken))
    await deactivate(owner, [tokenId])
    const after = await Promise.all(Array.from({ length: 8 }, () => exchange(apiToken)))
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([400]))
    for (const { status, answer } of await Promise.all(during)) {
      if (status === 200) expect(await statusWith(String(answer['access_token']))).toBe(401)
    }
  })
})
