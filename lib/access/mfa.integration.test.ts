import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { authorize, exchange, exchangeWith, makeToken, setToken } from '@/server/testing/exchange'
import { codeOf, forgetSteps, makeMfaDevice, wrongCodeFor } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { enforceTokenMfa } from '../identity/commands/enforce-token-mfa'
import { requirePasscode } from '../identity/commands/require-passcode'
import { turnOffMfa } from '../identity/commands/turn-off-mfa'
import type { UserContext } from '../platform/context'
import { prisma } from '../platform/db'
import { requireRecentSignIn } from '../platform/recent-sign-in'
import { requireOwner } from '../platform/roles'
import { ensureSigningKey } from '../platform/signing-keys'

await createTestDatabase()
beforeAll(ensureSigningKey)

const amrOf = ({ answer }: { answer: Record<string, unknown> }) => decodeJwt(String(answer['access_token']))['amr']

const failuresOf = ({ orgId }: UserContext) =>
  prisma().auditEvent.findMany({ where: { orgId, type: 'csp__refresh_token_exchange_failed' }, orderBy: { id: 'asc' }, select: { cause: true } })

async function makeHolder() {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken } = await makeToken(ctx)
  return { ctx, apiToken, ...(await makeMfaDevice(ctx)) }
}

async function enforceFor(ctx: UserContext) {
  const owner = await makeMember(ctx.orgId, { roles: ['org_member', 'org_owner'] })
  await enforceTokenMfa(requireOwner(requireRecentSignIn(owner)), { enforced: true })
}

describe('while MFA is on, an exchange', () => {
  it('needs a passcode', async () => {
    const { ctx, apiToken } = await makeHolder()
    const refused = await exchange(apiToken)
    expect(refused.status).toBe(400)
    expect(refused.answer).toMatchObject({ errorCode: 'mfa_required', error: 'invalid_grant', moduleCode: 540, statusCode: 400, requestId: expect.any(String) })
    expect(await failuresOf(ctx)).toEqual([{ cause: 'mfa_required' }])
  })

  it('takes a code of the device, and says so in the access token', async () => {
    const { secret, apiToken } = await makeHolder()
    const exchanged = await exchangeWith(apiToken, codeOf(secret))
    expect(exchanged.status).toBe(200)
    expect(amrOf(exchanged)).toEqual(['otp'])
  })

  it.each([
    ['JSON', (apiToken: string, passcode: string) => authorize(JSON.stringify({ api_token: apiToken, passcode }), { 'content-type': 'application/json' })],
    ['the query string', (apiToken: string, passcode: string) => authorize(null, {}, `?refresh_token=${apiToken}&passcode=${passcode}`)],
  ])('takes it in %s', async (_name, send) => {
    const { secret, apiToken } = await makeHolder()
    expect((await send(apiToken, codeOf(secret))).status).toBe(200)
  })

  it('takes a recovery code, once, and tells its owner', async () => {
    const { ctx, apiToken, recoveryCodes } = await makeHolder()
    const [code = ''] = recoveryCodes
    const exchanged = await exchangeWith(apiToken, code.toLowerCase().replaceAll('-', ' '))
    expect(exchanged.status).toBe(200)
    expect(amrOf(exchanged)).toEqual(['otp'])
    expect((await exchangeWith(apiToken, code)).answer).toMatchObject({ errorCode: 'mfa_invalid' })
    expect(await prisma().auditEvent.findMany({ where: { orgId: ctx.orgId, type: 'csp__use_recovery_code' }, select: { actorUserId: true, details: true } })).toEqual([
      { actorUserId: ctx.userId, details: { deviceName: 'Phone', recoveryCodesLeft: 9 } },
    ])
    const mails = await prisma().outboxMail.findMany({ where: { orgId: ctx.orgId, recipientId: ctx.userId, template: 'mfa_changed' }, orderBy: { id: 'asc' } })
    expect(mails.map(({ data }) => data)).toMatchObject([{ change: 'activated' }, { change: 'recovery_code_used', recoveryCodesLeft: 9 }])
  })

  it('refuses a wrong code and one of somebody else', async () => {
    const [{ ctx, apiToken, secret }, other] = [await makeHolder(), await makeHolder()]
    const [somebodyElses = ''] = other.recoveryCodes
    for (const passcode of [wrongCodeFor(secret), somebodyElses, 'no code']) {
      const refused = await exchangeWith(apiToken, passcode)
      expect(refused.answer).toMatchObject({ errorCode: 'mfa_invalid', error_description: expect.stringContaining('Wait for the next code') })
      expect(JSON.stringify(refused.answer)).not.toContain(passcode)
    }
    expect(await failuresOf(ctx)).toEqual([{ cause: 'mfa_invalid' }])
  })

  it('takes a step once for whichever token of its user, and never an older one', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    const { apiToken: second } = await makeToken(ctx)
    expect((await exchangeWith(apiToken, codeOf(secret))).status).toBe(200)
    expect((await exchangeWith(second, codeOf(secret))).answer).toMatchObject({ errorCode: 'mfa_invalid' })
    expect((await exchangeWith(second, codeOf(secret, 1))).status).toBe(200)
    expect((await exchangeWith(apiToken, codeOf(secret))).answer).toMatchObject({ errorCode: 'mfa_invalid' })
  })

  it('takes no step that was used in the console', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    await requirePasscode(ctx, codeOf(secret))
    expect((await exchangeWith(apiToken, codeOf(secret))).answer).toMatchObject({ errorCode: 'mfa_invalid' })
  })

  it('spends no code where it is refused for another reason', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    const passcode = codeOf(secret)
    expect((await exchangeWith(apiToken, passcode, { scope: 'csp:org_owner' })).answer).toMatchObject({ errorCode: 'invalid_scope' })
    const expired = await makeToken(ctx)
    await setToken(ctx, expired.tokenId, `created_at = now() - interval '2 days', issued_at = now() - interval '2 days', expires_at = now() - interval '1 second'`)
    expect((await exchangeWith(expired.apiToken, passcode)).answer).toMatchObject({ errorCode: 'token_expired' })
    expect((await exchangeWith(apiToken, passcode)).status).toBe(200)
  })
})

describe('where MFA is not on', () => {
  it('a passcode is ignored', async () => {
    const ctx = await makeMember(await makeOrganization())
    const { apiToken } = await makeToken(ctx)
    const exchanged = await exchangeWith(apiToken, '123456')
    expect(exchanged.status).toBe(200)
    expect(amrOf(exchanged)).toBeUndefined()
  })

  it('a device that was turned off spends nothing', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    await turnOffMfa(ctx, { code: codeOf(secret) })
    await forgetSteps(ctx)
    expect(amrOf(await exchangeWith(apiToken, codeOf(secret)))).toBeUndefined()
    await expect(requirePasscode(ctx, codeOf(secret))).resolves.toBeUndefined()
  })
})

describe('where the organization enforces MFA', () => {
  it('one without a device generates tokens and exchanges none', async () => {
    const ctx = await makeMember(await makeOrganization())
    await enforceFor(ctx)
    const { apiToken } = await makeToken(ctx)
    expect((await exchangeWith(apiToken, '123456')).answer).toMatchObject({ errorCode: 'mfa_not_configured' })
    expect(await failuresOf(ctx)).toEqual([{ cause: 'mfa_not_configured' }])
  })

  it('one who had turned it off needs a passcode there, and nowhere else', async () => {
    const { ctx, apiToken, secret } = await makeHolder()
    await turnOffMfa(ctx, { code: codeOf(secret) })
    await enforceFor(ctx)
    const elsewhere = await makeToken(await makeMember(await makeOrganization(), { userId: ctx.userId }))
    expect((await exchange(apiToken)).answer).toMatchObject({ errorCode: 'mfa_required' })
    expect((await exchange(elsewhere.apiToken)).status).toBe(200)
    expect((await exchangeWith(apiToken, codeOf(secret, 1))).status).toBe(200)
  })

  it('what is wrong with the token itself comes first', async () => {
    const ctx = await makeMember(await makeOrganization())
    await enforceFor(ctx)
    const { apiToken, tokenId } = await makeToken(ctx)
    await setToken(ctx, tokenId, 'revoked_at = now()')
    expect((await exchange(apiToken)).answer).toMatchObject({ errorCode: 'token_revoked' })
  })
})
