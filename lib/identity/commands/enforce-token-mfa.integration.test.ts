import { expect, it } from 'vitest'
import { DEACTIVATE, makeToken, setToken } from '@/server/testing/exchange'
import { makeMfaDevice } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { requireRecentSignIn } from '../../platform/recent-sign-in'
import { requireOwner } from '../../platform/roles'
import { enforceTokenMfa } from './enforce-token-mfa'
import { startMfaDevice } from './start-mfa-device'
import { findMfaPolicy } from '../queries/find-mfa-policy'

await createTestDatabase()

const makeOwner = async (orgId: string) => requireRecentSignIn(requireOwner(await makeMember(orgId, { roles: ['org_member', 'org_owner'] })))

async function makeTokenUser(orgId: string) {
  const ctx = await makeMember(orgId)
  return { ctx, ...(await makeToken(ctx)) }
}

it('counts whom enforcement would stop: active members without an active device who have a token that works', async () => {
  const orgId = await makeOrganization()
  const owner = await makeOwner(orgId)
  const stopped = await makeTokenUser(orgId)
  await makeToken(stopped.ctx)
  await startMfaDevice(requireRecentSignIn(stopped.ctx))
  await makeMfaDevice((await makeTokenUser(orgId)).ctx)
  for (const set of ['revoked_at = now()', DEACTIVATE, `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now()`]) {
    const { ctx, tokenId } = await makeTokenUser(orgId)
    await setToken(ctx, tokenId, set)
  }
  const suspended = await makeTokenUser(orgId)
  await prisma().membership.update({ where: { orgId_userId: { orgId, userId: suspended.ctx.userId } }, data: { status: 'suspended' } })
  await makeTokenUser(await makeOrganization())
  expect(await findMfaPolicy(owner)).toEqual({ enforced: false, since: null, tokenUsers: 2, usersWithoutDevice: 1 })
})

it('is changed once by sixteen owners at once, and in no other organization', async () => {
  const [orgId, other] = [await makeOrganization(), await makeOrganization()]
  const owners = await Promise.all(Array.from({ length: 16 }, () => makeOwner(orgId)))
  await Promise.all(owners.map((owner) => enforceTokenMfa(owner, { enforced: true })))
  expect(await prisma().auditEvent.count({ where: { orgId, type: 'csp__enforce_api_token_mfa' } })).toBe(1)
  expect((await findMfaPolicy(await makeOwner(other))).enforced).toBe(false)
})
