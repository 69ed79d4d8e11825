import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { digestClientSecret } from '@/lib/oauth/client-secret'
import { prisma } from '@/lib/platform/db'
import { rawEnv } from '@/lib/platform/env'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { makeToken } from '../testing/exchange'
import { makeMember, makeOrganization } from '../testing/people'
import { createTestDatabase } from '../testing/test-database'
import { readKeysCommand } from './keys-command'
import { readServiceCommand } from './service-command'

const hmacKey = (version: number) => `${version}:${Buffer.alloc(32, version).toString('base64url')}`
await createTestDatabase({ TOKEN_HMAC_KEYS: `${hmacKey(1)},${hmacKey(2)}`, TOKEN_HMAC_KEY_VERSION: '1' })

const service = (...parameters: string[]) => readServiceCommand(parameters)()
const keys = (...parameters: string[]) => readKeysCommand(parameters)()

/** What a command says to standard error, run as npm runs it. */
async function failureOf(variables: Record<string, string>): Promise<string> {
  const program = [resolve('node_modules/tsx/dist/cli.mjs'), 'server/service.ts', 'list']
  const failed: unknown = await promisify(execFile)(process.execPath, program, { env: { ...rawEnv(), ...variables } as NodeJS.ProcessEnv }).catch((error: unknown) => error)
  return (failed as { stderr: string }).stderr
}

describe('npm run service', () => {
  it('registers a service, tells its secret once, changes it and removes the service', async () => {
    const added = await service('add', 'warehouse', '--name', 'Main Warehouse', '--role', 'reader', '--role', 'stock_keeper:Keeper')
    const secret = /client secret {2}(tws_[\w-]{43})\n/.exec(added)?.[1] ?? ''
    const stored = () => prisma().service.findUnique({ where: { id: 'warehouse' }, include: { roles: { orderBy: { name: 'asc' } } } })
    expect(await stored()).toMatchObject({
      displayName: 'Main Warehouse',
      secretDigest: new Uint8Array(digestClientSecret(secret)),
      roles: [{ name: 'reader', displayName: 'Reader' }, { name: 'stock_keeper', displayName: 'Keeper' }],
    })
    const listed = await service('list')
    expect(listed).toMatch(/warehouse +Main Warehouse +\d{4}-.*reader stock_keeper/)
    expect(listed).not.toContain(secret)
    await expect(service('add', 'warehouse')).rejects.toMatchObject({ code: 'service_exists' })
    const rotated = await service('rotate', 'warehouse')
    expect(rotated).toMatch(/tws_/)
    expect(rotated).not.toContain(secret)
    expect(await service('remove', 'warehouse')).toBe('Removed: warehouse')
    expect(await stored()).toBeNull()
    const events = await prisma().installationEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ type }) => type)).toEqual(['csp__add_service', 'csp__rotate_service_secret', 'csp__remove_service'])
    expect(JSON.stringify(events)).not.toContain('tws_')
  })

  it.each([
    [['add', 'Upper'], 'service_id'],
    [['add', 'a', '--role', 'A B'], 'service_role'],
    [['add', 'a', '--name', ' '], 'service_name'],
    [['add'], 'npm run service'],
    [['rotate', 'none'], 'not_found'],
    [['remove', 'none'], 'not_found'],
    [['dance', 'x'], 'npm run service'],
    [['list', '--colour'], 'npm run service'],
  ])('refuses %j', async (parameters, said) => {
    await expect((async () => service(...parameters))()).rejects.toThrow(said)
  })

  it('says what to do where nothing runs', { timeout: 60_000 }, async () => {
    expect(await failureOf({ DATABASE_URL: '', DATA_DIR: '/nonexistent/tokenward' })).toMatch(/not running from \/nonexistent\/tokenward\. Start it with npm start/)
    const unreachable = await failureOf({ DATABASE_URL: 'postgresql://nobody:none@127.0.0.1:1/none' })
    expect(unreachable).toMatch(/cannot be reached/)
    expect(unreachable).not.toContain('none@')
  })
})

describe('npm run keys', () => {
  it('lists, rotates and revokes signing keys', async () => {
    await ensureSigningKey()
    expect(await keys('list')).toMatch(/^KID +ALG +STATE\n[\w-]{43} +ES256 +signs$/)
    const kid = /^([\w-]{43}) signs from/.exec((await keys('rotate', '--now')))?.[1] ?? ''
    expect(await keys('list')).toMatch(new RegExp(`${kid} +ES256 +signs\\n[\\w-]{43} +ES256 +signs no more, published until`))
    expect(await keys('revoke', kid)).toMatch(new RegExp(`^Revoked: ${kid}\nSigns now: [\\w-]{43}$`))
    expect(await keys('list')).toMatch(new RegExp(`${kid} +ES256 +revoked at`))
    await expect(keys('revoke', '-none')).rejects.toMatchObject({ code: 'not_found' })
    await expect((async () => keys('list', '--now'))()).rejects.toThrow('npm run keys')
  })

  it('tells which HMAC keys are needed still', async () => {
    const ctx = await makeMember(await makeOrganization())
    await makeToken(ctx)
    expect(await keys('hmac')).toMatch(/\n1 +1 +1 +0 +makes new digests\n2 +0 +0 +0 +not used yet$/)
    await makeToken(ctx)
    await prisma().apiToken.updateMany({ where: { orgId: ctx.orgId }, data: { digestKeyVersion: 2 } })
    expect(await keys('hmac')).toMatch(/\n2 +2 +2 +0 +still needed$/)
    await prisma().apiToken.updateMany({ where: { orgId: ctx.orgId }, data: { digestKeyVersion: 3 } })
    expect(await keys('hmac')).toMatch(/\n3 +2 +2 +0 +MISSING: its tokens are refused$/)
  })
})
