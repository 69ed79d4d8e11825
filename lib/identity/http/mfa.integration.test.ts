import { beforeAll, describe, expect, it } from 'vitest'
import { askAs, askInterface } from '@/server/testing/ask-interface'
import { exchange, exchangeWith, makeAccessToken, makeToken } from '@/server/testing/exchange'
import { codeOf, makeMfaDevice, wrongCodeFor } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import type { OrgRole } from '../permissions'
import type { SessionContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { ensureSigningKey } from '../../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const PRINCIPAL = '/csp/gateway/iam/vmwid/api/principal/mfa'
const PASSWORD = 'correct horse battery staple'

async function makeCaller(roles: OrgRole[] = ['org_member']) {
  const ctx = await makeMember(await makeOrganization(), { roles, password: PASSWORD })
  return { ctx, accessToken: await makeAccessToken(ctx, roles) }
}

/** Got before the device was there, and good for its half hour. */
async function makeHolder() {
  const caller = await makeCaller()
  return { ...caller, ...(await makeMfaDevice(caller.ctx)) }
}

const envelope = (statusCode: number, errorCode: string) => ({ statusCode, errorCode, moduleCode: 540, requestId: expect.any(String), message: expect.any(String) })

describe('GET …/principal/mfa/status', () => {
  it('tells of one without a device', async () => {
    const { ctx, accessToken } = await makeCaller()
    const { status, answer } = await askAs(accessToken, 'GET', `${PRINCIPAL}/status`)
    expect(status).toBe(200)
    expect(answer).toEqual({ activated: false, deviceName: null, turnedOn: false, username: ctx.userId })
  })

  it('tells of a device', async () => {
    const { ctx, accessToken } = await makeHolder()
    expect((await askAs(accessToken, 'GET', `${PRINCIPAL}/status`)).answer).toEqual({ activated: true, deviceName: 'Phone', turnedOn: true, username: ctx.userId })
  })

  it('tells a stranger nothing', async () => {
    expect((await askInterface('GET', `${PRINCIPAL}/status`)).answer).toMatchObject(envelope(401, 'unauthorized'))
  })
})

describe('PATCH …/principal/mfa', () => {
  const patch = (accessToken: string, json: unknown) => askAs(accessToken, 'PATCH', PRINCIPAL, { json })

  it.each([{ turnedOn: true }, { turnedOn: true, password: '' }, { turnedOn: false, password: null, passcode: '123456' }])('needs the password: %j', async (json) => {
    const { accessToken } = await makeHolder()
    const { status, answer } = await patch(accessToken, json)
    expect([status, answer['message']]).toEqual([400, 'Password was not provided'])
  })

  it.each([{}, { password: PASSWORD }, { password: PASSWORD, turnedOn: 'yes' }, { password: 7, turnedOn: true }])('refuses %j', async (json) => {
    const { accessToken } = await makeHolder()
    expect((await patch(accessToken, json)).answer).toMatchObject(envelope(400, 'invalid_request'))
  })

  it('refuses a wrong password, five times within five minutes, without locking the sign-in', async () => {
    const { ctx, accessToken } = await makeHolder()
    for (let at = 0; at < 5; at += 1) {
      const { status, answer } = await patch(accessToken, { password: 'wrong', turnedOn: at % 2 === 0 })
      expect([status, answer['message']]).toEqual([403, 'Wrong password provided'])
    }
    const locked = await patch(accessToken, { password: PASSWORD, turnedOn: true })
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '300'])
    expect(await prisma().auditEvent.count({ where: { orgId: ctx.orgId, cause: 'wrong_credentials', type: { in: ['csp__turn_on_mfa', 'csp__turn_off_mfa'] } } })).toBe(5)
    expect(await prisma().failureCounter.count({ where: { key: { contains: ctx.sessionId } } })).toBe(0)
  })

  it('turns MFA off with password and code, and on again with the password', async () => {
    const { ctx, accessToken, secret } = await makeHolder()
    const { apiToken } = await makeToken(ctx)
    const off = await patch(accessToken, { password: PASSWORD, passcode: codeOf(secret), turnedOn: false })
    expect([off.status, off.answer]).toEqual([200, { turnedOn: false }])
    expect((await exchange(apiToken)).status).toBe(200)
    const on = await patch(accessToken, { password: PASSWORD, turnedOn: true })
    expect([on.status, on.answer]).toEqual([200, { turnedOn: true }])
    expect((await exchange(apiToken)).answer).toMatchObject({ errorCode: 'mfa_required' })
  })

  it('takes a recovery code for it', async () => {
    const { accessToken, recoveryCodes } = await makeHolder()
    expect((await patch(accessToken, { password: PASSWORD, passcode: recoveryCodes[3], turnedOn: false })).status).toBe(200)
  })

  it('turns it off for no password alone, nor with a wrong code', async () => {
    const { accessToken, secret } = await makeHolder()
    expect((await patch(accessToken, { password: PASSWORD, turnedOn: false })).answer).toMatchObject(envelope(403, 'mfa_required'))
    expect((await patch(accessToken, { password: PASSWORD, passcode: wrongCodeFor(secret), turnedOn: false })).answer).toMatchObject(envelope(403, 'mfa_code_wrong'))
    expect((await askAs(accessToken, 'GET', `${PRINCIPAL}/status`)).answer).toMatchObject({ turnedOn: true })
  })

  it('turns on nothing where there is no device', async () => {
    const { accessToken } = await makeCaller()
    expect((await patch(accessToken, { password: PASSWORD, turnedOn: true })).answer).toMatchObject(envelope(409, 'mfa_device_missing'))
  })

  it('leaves it on while an organization enforces it', async () => {
    const { ctx, accessToken, secret } = await makeHolder()
    await prisma().organization.update({ where: { id: ctx.orgId }, data: { mfaEnforcedAt: new Date() } })
    const refused = await patch(accessToken, { password: PASSWORD, passcode: codeOf(secret), turnedOn: false })
    expect(refused.answer).toMatchObject(envelope(403, 'mfa_enforced'))
    // The code was not spent for nothing.
    const { apiToken } = await makeToken(ctx)
    expect((await exchangeWith(apiToken, codeOf(secret))).status).toBe(200)
  })
})

/** An access token of an owner with a device, got with a passcode. */
async function withPasscode(ctx: SessionContext) {
  const { secret } = await makeMfaDevice(ctx)
  const { apiToken } = await makeToken(ctx, ['org_member', 'org_owner'])
  return { accessToken: String((await exchangeWith(apiToken, codeOf(secret))).answer['access_token']) }
}

describe('…/mfa-api-token-policy', () => {
  const policy = (orgId: string) => `/csp/gateway/am/api/orgs/${orgId}/mfa-api-token-policy`
  const OWNER: OrgRole[] = ['org_member', 'org_owner']

  it('shows and changes it for owners, twice without a second event', async () => {
    const { ctx, accessToken } = await makeCaller(OWNER)
    const off = { enforced: false, since: null, tokenUsers: 1, usersWithoutDevice: 1 }
    const ask = (method: string, verb = '') => askAs(accessToken, method, `${policy(ctx.orgId)}${verb}`)
    expect(await ask('GET')).toMatchObject({ status: 200, answer: off })
    expect(await ask('POST', '/activate')).toMatchObject({ status: 200, answer: { ...off, enforced: true, since: expect.any(Number) } })
    expect((await ask('POST', '/activate')).status).toBe(200)
    expect((await ask('GET')).answer).toMatchObject({ enforced: true })
    const { accessToken: strong } = await withPasscode(ctx)
    expect(await askAs(strong, 'POST', `${policy(ctx.orgId)}/deactivate`)).toMatchObject({ status: 200, answer: { enforced: false, since: null } })
    const events = await prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, type: 'csp__enforce_api_token_mfa' }, orderBy: { id: 'asc' }, select: { actorUserId: true, details: true } })
    expect(events).toEqual([
      { actorUserId: ctx.userId, details: { enforcedFrom: false, enforcedTo: true } },
      { actorUserId: ctx.userId, details: { enforcedFrom: true, enforcedTo: false } },
    ])
  })

  it('is not ended by an access token got without a passcode, be it from before', async () => {
    const { ctx, accessToken } = await makeCaller(OWNER)
    const ask = (verb: string) => askAs(accessToken, 'POST', `${policy(ctx.orgId)}/${verb}`)
    expect((await ask('deactivate')).status).toBe(200)
    await ask('activate')
    const { headers, answer } = await ask('deactivate')
    expect(answer).toMatchObject({ ...envelope(403, 'mfa_required'), message: expect.stringContaining('passcode') })
    expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_user_authentication"')
    expect((await ask('activate')).answer).toMatchObject({ enforced: true })
    expect(await prisma().auditEvent.count({ where: { orgId: ctx.orgId, type: 'csp__enforce_api_token_mfa' } })).toBe(1)
  })

  it.each<[string, OrgRole[], number, string]>([
    ['an administrator', ['org_member', 'org_admin'], 403, 'owner_only'],
    ['a member', ['org_member'], 404, 'not_found'],
  ])('refuses %s', async (_who, roles, status, code) => {
    const { ctx, accessToken } = await makeCaller(roles)
    for (const [method, verb] of [['GET', ''], ['POST', '/activate'], ['POST', '/deactivate']] as const) {
      expect((await askAs(accessToken, method, policy(ctx.orgId) + verb)).answer).toMatchObject(envelope(status, code))
    }
    expect(await prisma().organization.count({ where: { id: ctx.orgId, mfaEnforcedAt: null } })).toBe(1)
  })

  it('refuses an owner whose access token was made without that role', async () => {
    const ctx = await makeMember(await makeOrganization(), { roles: OWNER })
    const accessToken = await makeAccessToken(ctx)
    expect((await askAs(accessToken, 'POST', `${policy(ctx.orgId)}/activate`)).status).toBe(404)
  })

  it.each(['another organization', 'no organization', 'no id'])('finds nothing at %s', async (which) => {
    const { accessToken } = await makeCaller(OWNER)
    const orgId = { 'another organization': await makeOrganization(), 'no organization': crypto.randomUUID(), 'no id': 'x' }[which] ?? ''
    expect((await askAs(accessToken, 'POST', `${policy(orgId)}/activate`)).answer).toMatchObject(envelope(404, 'not_found'))
  })

  it('tells a stranger nothing', async () => {
    expect((await askInterface('GET', policy(crypto.randomUUID()))).status).toBe(401)
  })
})
