import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { makeToken } from '@/server/testing/tokens'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { env } from '../../platform/env'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { regenerateToken } from '../../tokens/commands/regenerate-token'
import { listOwnTokens } from '../../tokens/queries/list-own-tokens'
import { NEWEST_FIRST } from '../list-address'
import { WHOLE_LIST } from '../token-filter'
import { listNewlyViolating } from '../queries/list-newly-violating'
import { listTokens } from '../queries/list-tokens'

await createTestDatabase()

let person: UserContext
let governor: GovernorContext
let tokenId: string

/** A release to come keeps weeks; then the one before is put back, and its constraint is not there any more. */
beforeAll(async () => {
  const operator = new pg.Client({ connectionString: env().migrationDatabaseUrl })
  await operator.connect()
  await operator.query('ALTER TABLE api_token DROP CONSTRAINT api_token_ttl_unit_check')
  await operator.end()
  person = await makeMember(await makeOrganization(), { roles: ['org_owner', 'org_member'] })
  governor = requireGovernor(person)
  await makeToken(person, { name: 'known', ttlValue: 21, ttlUnit: 'days' })
  tokenId = await makeToken(person, { name: 'unknown', ttlValue: 21, ttlUnit: 'days' }, { ttlValue: 3, ttlUnit: 'weeks' })
})

const both = [
  { name: 'known', ttl: { value: 21, unit: 'days' } },
  { name: 'unknown', ttl: { value: 21, unit: 'days' } },
]
const shown = (tokens: readonly { name: string; ttl: unknown }[]) => tokens.map(({ name, ttl }) => ({ name, ttl })).toSorted((one, other) => (one.name < other.name ? -1 : 1))

it('shows how long a token was granted where its TTL is in a unit of a later release', async () => {
  expect(shown((await listOwnTokens(person, {})).tokens)).toEqual(both)
  expect(shown((await listTokens(governor, { filter: WHOLE_LIST, sort: NEWEST_FIRST, size: 50 })).tokens)).toEqual(both)
  expect(shown((await listNewlyViolating(governor, { max: { value: 1, unit: 'minutes' }, idle: null })).tokens)).toEqual(both)
})

it('regenerates such a token for as long as before', async () => {
  const { expiresAt } = await regenerateToken(person, { tokenId, generation: 1, ttl: null })
  const stored = await prisma().apiToken.findFirstOrThrow({ where: { id: tokenId }, select: { issuedAt: true, ttlValue: true, ttlUnit: true } })
  expect((expiresAt?.getTime() ?? 0) - stored.issuedAt.getTime()).toBe(21 * 86_400_000)
  expect(stored).toMatchObject({ ttlValue: 21, ttlUnit: 'days' })
})
