import { beforeAll, expect, it, vi } from 'vitest'
import { exchange, makeToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../platform/db'
import { rawEnv } from '../platform/env'
import { ensureSigningKey } from '../platform/signing-keys'

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString('base64url')}`
await createTestDatabase({ TOKEN_HMAC_KEYS: key(1) })
beforeAll(ensureSigningKey)

type Instance = typeof import('@/server/testing/exchange')

/** An instance that was started with other keys, on the same database. */
async function startInstance(variables: Record<string, string>): Promise<Instance> {
  Object.assign(rawEnv(), { TOKEN_HMAC_KEY_VERSION: '', ...variables })
  vi.resetModules()
  return import('@/server/testing/exchange')
}

it('loses no exchange while instances learn of a new key one after another', async () => {
  const ctx = await makeMember(await makeOrganization())
  const tokens = [(await makeToken(ctx)).apiToken]
  const statuses: number[] = []
  const use = async (instances: { exchange: typeof exchange }[]) => {
    const asked = Array.from({ length: 15 }, () => instances.flatMap((instance) => tokens.map(async (token) => (await instance.exchange(token)).status))).flat()
    statuses.push(...(await Promise.all(asked)))
  }
  const old = { exchange, makeToken }
  const both = `${key(1)},${key(2)}`
  const told = await startInstance({ TOKEN_HMAC_KEYS: both, TOKEN_HMAC_KEY_VERSION: '1' })
  tokens.push((await told.makeToken(ctx)).apiToken)
  await use([old, told])
  const renewed = await startInstance({ TOKEN_HMAC_KEYS: both })
  tokens.push((await renewed.makeToken(ctx)).apiToken)
  await use([told, renewed])
  expect(new Set(statuses)).toEqual(new Set([200]))
  const stored = await prisma().apiToken.findMany({ where: { orgId: ctx.orgId }, orderBy: { createdAt: 'asc' }, select: { digestKeyVersion: true } })
  expect(stored.map(({ digestKeyVersion }) => digestKeyVersion)).toEqual([1, 1, 2])
})
