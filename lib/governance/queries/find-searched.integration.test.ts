import { describe, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { issueToken } from '@/server/testing/tokens'
import { requireGovernor } from '../../platform/roles'
import { NO_TOKEN } from '../token-filter'
import { findSearched } from './find-searched'

await createTestDatabase()

async function makeGovernor() {
  const owner = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
  const issued = await issueToken(owner)
  return { ctx: requireGovernor(owner), ...issued }
}

const { ctx, apiToken, tokenId } = await makeGovernor()

describe('findSearched', () => {
  it('takes a name, an address or four characters as text', async () => {
    expect(await findSearched(ctx, '  tom@labs.example ')).toEqual({ search: 'tom@labs.example', token: null })
  })

  it('takes a long name as text', async () => {
    const name = 'nightly_deployment_of_eu_west_3_and_everything_else'
    expect(await findSearched(ctx, name)).toEqual({ search: name.slice(0, 40), token: null })
  })

  it.each([
    ['alone', (secret: string) => secret],
    ['with what is copied around it', (secret: string) => `export API_TOKEN="${secret}"\n`],
  ])('finds the token of a whole secret, %s', async (_how, around) => {
    expect(await findSearched(ctx, around(apiToken))).toEqual({ search: '', token: tokenId })
  })

  it("finds nothing of another organization's secret", async () => {
    const other = await makeGovernor()
    expect(await findSearched(ctx, other.apiToken)).toEqual({ search: '', token: NO_TOKEN })
  })

  it.each([
    ['its beginning', () => apiToken.slice(0, 40)],
    ['all but its last character', () => apiToken.slice(0, -1)],
    ['all but its prefix', () => apiToken.slice(3)],
    ['what of it is secret', () => apiToken.slice(26)],
    ['more than it', () => `${apiToken}0`],
  ])('refuses what could be part of a secret: %s', async (_what, text) => {
    expect(await refusal(findSearched(ctx, text()))).toBe('search_holds_part_of_token')
  })
})
