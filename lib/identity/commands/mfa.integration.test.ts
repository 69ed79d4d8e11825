import { describe, expect, it } from 'vitest'
import { codeOf, forgetSteps, makeMfaDevice, wrongCodeFor } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import type { UserContext } from '../../platform/context'
import { pool, prisma } from '../../platform/db'
import { requireRecentSignIn } from '../../platform/recent-sign-in'
import { requireOwner } from '../../platform/roles'
import { findOwnMfa } from '../queries/find-own-mfa'
import { totpUri } from '../totp'
import { confirmMfaDevice } from './confirm-mfa-device'
import { deactivateMfaDevice } from './deactivate-mfa-device'
import { enforceTokenMfa } from './enforce-token-mfa'
import { renewRecoveryCodes } from './renew-recovery-codes'
import { startMfaDevice } from './start-mfa-device'
import { turnOffMfa } from './turn-off-mfa'
import { turnOnMfa } from './turn-on-mfa'

await createTestDatabase()

const PASSWORD = 'correct horse battery staple'

async function makePerson() {
  return requireRecentSignIn(await makeMember(await makeOrganization(), { password: PASSWORD }))
}

async function makeHolder() {
  const ctx = await makePerson()
  return { ctx, ...(await makeMfaDevice(ctx)) }
}

async function enforceIn(orgId: string) {
  const owner = await makeMember(orgId, { roles: ['org_member', 'org_owner'] })
  await enforceTokenMfa(requireRecentSignIn(requireOwner(owner)), { enforced: true })
}

const eventsOf = async (orgId: string) =>
  (await prisma().auditEvent.findMany({ where: { orgId }, orderBy: { id: 'asc' }, select: { type: true, result: true } })).map(({ type, result }) => `${type} ${result}`)

const mailedTo = async ({ userId }: UserContext) =>
  (await prisma().outboxMail.findMany({ where: { recipientId: userId, template: 'mfa_changed' }, orderBy: { id: 'asc' } })).map(({ data }) => (data as { change: string }).change)

describe('a device', () => {
  it('is active and on after its first code, recorded in each organization of its user, and mailed', async () => {
    const ctx = await makePerson()
    const elsewhere = await makeMember(await makeOrganization(), { userId: ctx.userId })
    const { secret, uri } = await startMfaDevice(ctx)
    expect(uri).toBe(totpUri(secret, ctx.email))
    expect(await findOwnMfa(ctx)).toMatchObject({ device: null, pending: { secret, uri }, turnedOn: false, recoveryCodesLeft: 0 })
    const { recoveryCodes } = await confirmMfaDevice(ctx, { code: codeOf(secret), name: 'Phone' })
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await findOwnMfa(ctx)).toEqual({ device: { name: 'Phone', activatedAt: expect.any(Date) }, pending: null, turnedOn: true, enforced: false, enforcedBy: [], recoveryCodesLeft: 10 })
    for (const orgId of [ctx.orgId, elsewhere.orgId]) expect(await eventsOf(orgId)).toEqual(['csp__activate_mfa_device success'])
    expect(await mailedTo(ctx)).toEqual(['activated'])
  })

  it('does not take the code that confirmed it again', async () => {
    const ctx = await makePerson()
    const { secret } = await startMfaDevice(ctx)
    const code = codeOf(secret)
    await confirmMfaDevice(ctx, { code })
    expect(await refusal(turnOffMfa(ctx, { code }))).toBe('mfa_code_used')
  })

  it('that waits is replaced by another start, and tells one of an old sign-in nothing', async () => {
    const ctx = await makePerson()
    const first = await startMfaDevice(ctx)
    const second = await startMfaDevice(ctx)
    expect(second.secret).not.toBe(first.secret)
    expect((await findOwnMfa({ ...ctx, signedInRecently: false })).pending).toBeNull()
    expect(await refusal(confirmMfaDevice(ctx, { code: codeOf(first.secret) }))).toBe('mfa_new_code_wrong')
    expect(await refusal(confirmMfaDevice(ctx, { code: codeOf(second.secret) }))).toBe('done')
  })

  it('that has waited for half an hour is started anew', async () => {
    const ctx = await makePerson()
    const { secret } = await startMfaDevice(ctx)
    await pool().query(`UPDATE mfa_device SET created_at = created_at - interval '30 minutes' WHERE user_id = $1`, [ctx.userId])
    expect(await refusal(confirmMfaDevice(ctx, { code: codeOf(secret) }))).toBe('mfa_device_not_started')
    expect((await findOwnMfa(ctx)).pending).toBeNull()
  })

  it('that is active is not replaced, nor confirmed again', async () => {
    const { ctx, secret } = await makeHolder()
    expect(await refusal(startMfaDevice(ctx))).toBe('mfa_device_active')
    expect(await refusal(confirmMfaDevice(ctx, { code: codeOf(secret) }))).toBe('mfa_device_active')
  })

  it('is made once by sixteen starts and sixteen confirmations at once', async () => {
    const ctx = await makePerson()
    await Promise.all(Array.from({ length: 16 }, () => refusal(startMfaDevice(ctx))))
    const { secret } = await startMfaDevice(ctx)
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => refusal(confirmMfaDevice(ctx, { code: codeOf(secret) }))))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'mfa_device_active')).toHaveLength(15)
    expect(await prisma().mfaRecoveryCode.count({ where: { userId: ctx.userId } })).toBe(10)
  })

  it('of one person cannot be passed off as that of another', async () => {
    const [mine, theirs] = [await makeHolder(), await makeHolder()]
    await pool().query(`UPDATE mfa_device SET encrypted_secret = (SELECT encrypted_secret FROM mfa_device WHERE user_id = $2) WHERE user_id = $1`, [theirs.ctx.userId, mine.ctx.userId])
    await expect(turnOffMfa(theirs.ctx, { code: codeOf(mine.secret) })).rejects.toThrow()
  })
})

describe('deactivating it', () => {
  it.each([
    ['a code', ({ secret }: { secret: string; recoveryCodes: string[] }) => codeOf(secret)],
    ['a recovery code', ({ recoveryCodes }: { secret: string; recoveryCodes: string[] }) => recoveryCodes[9] ?? ''],
  ])('takes %s, and forgets all of it', async (_name, codeFor) => {
    const holder = await makeHolder()
    await deactivateMfaDevice(holder.ctx, { code: codeFor(holder) })
    expect(await findOwnMfa(holder.ctx)).toMatchObject({ device: null, turnedOn: false, recoveryCodesLeft: 0 })
    expect(await eventsOf(holder.ctx.orgId)).toContain('csp__deactivate_mfa_device success')
    expect((await mailedTo(holder.ctx)).at(-1)).toBe('deactivated')
    expect(await refusal(deactivateMfaDevice(holder.ctx, { code: codeOf(holder.secret, 1) }))).toBe('mfa_device_missing')
    expect(await refusal(startMfaDevice(holder.ctx))).toBe('done')
  })

  it('is possible while an organization enforces MFA: it opens nothing', async () => {
    const { ctx, secret } = await makeHolder()
    await enforceIn(ctx.orgId)
    expect(await refusal(deactivateMfaDevice(ctx, { code: codeOf(secret) }))).toBe('done')
    expect(await findOwnMfa(ctx)).toMatchObject({ device: null, enforced: true, enforcedBy: ['Test Works'] })
  })
})

describe('turning MFA off', () => {
  it('takes a code; on again takes the password or a code', async () => {
    const { ctx, secret } = await makeHolder()
    await turnOffMfa(ctx, { code: codeOf(secret) })
    expect((await findOwnMfa(ctx)).turnedOn).toBe(false)
    await turnOnMfa(ctx, { password: PASSWORD })
    expect((await findOwnMfa(ctx)).turnedOn).toBe(true)
    await forgetSteps(ctx)
    await turnOffMfa(ctx, { code: codeOf(secret) })
    await turnOnMfa(ctx, { code: codeOf(secret, 1) })
    expect((await findOwnMfa(ctx)).turnedOn).toBe(true)
    expect(await mailedTo(ctx)).toEqual(['activated', 'turned_off', 'turned_on', 'turned_off', 'turned_on'])
  })

  it('that is off already, or on, is no change and no mail', async () => {
    const { ctx, secret } = await makeHolder()
    await turnOnMfa(ctx, { password: PASSWORD })
    await turnOffMfa(ctx, { code: codeOf(secret) })
    await turnOffMfa(ctx, { code: codeOf(secret, 1) })
    expect(await mailedTo(ctx)).toEqual(['activated', 'turned_off'])
  })

  it('is refused while an organization of the person enforces it, not only the one shown', async () => {
    const { ctx, secret } = await makeHolder()
    const elsewhere = await makeMember(await makeOrganization(), { userId: ctx.userId })
    await enforceIn(elsewhere.orgId)
    expect(await refusal(turnOffMfa(ctx, { code: codeOf(secret) }))).toBe('mfa_enforced')
    await prisma().membership.update({ where: { orgId_userId: { orgId: elsewhere.orgId, userId: ctx.userId } }, data: { status: 'removed' } })
    expect(await refusal(turnOffMfa(ctx, { code: codeOf(secret) }))).toBe('done')
  })

  it('is refused with a wrong code, five times, and then with any, while exchanges go on', async () => {
    const { ctx, secret } = await makeHolder()
    for (let at = 0; at < 5; at += 1) expect(await refusal(turnOffMfa(ctx, { code: wrongCodeFor(secret) }))).toBe('mfa_code_wrong')
    expect(await refusal(turnOffMfa(ctx, { code: codeOf(secret) }))).toBe('too_many_attempts')
    expect(await eventsOf(ctx.orgId)).toContain('csp__lock_mfa failure')
    expect(await prisma().mfaDevice.findUnique({ where: { userId: ctx.userId }, select: { exchangeLockedUntil: true } })).toEqual({ exchangeLockedUntil: null })
    expect(await refusal(turnOnMfa(ctx, { password: PASSWORD }))).toBe('done')
  })
})

describe('turning MFA on', () => {
  it('needs a device and a proof', async () => {
    const ctx = await makePerson()
    expect(await refusal(turnOnMfa(ctx, { password: PASSWORD }))).toBe('mfa_device_missing')
    expect(await refusal(turnOnMfa(ctx, { password: 'wrong' }))).toBe('wrong_password')
    expect(await refusal(turnOnMfa(ctx, { code: '123456' }))).toBe('mfa_device_missing')
    expect(await refusal(turnOnMfa(ctx, {}))).toBe('password_required')
  })
})

describe('recovery codes', () => {
  it('are renewed with a code; the earlier ones are dead', async () => {
    const { ctx, secret, recoveryCodes } = await makeHolder()
    const renewed = await renewRecoveryCodes(ctx, { code: codeOf(secret) })
    expect(new Set([...renewed.recoveryCodes, ...recoveryCodes]).size).toBe(20)
    expect(await refusal(turnOffMfa(ctx, { code: recoveryCodes[0] ?? '' }))).toBe('mfa_code_wrong')
    expect(await refusal(turnOffMfa(ctx, { code: renewed.recoveryCodes[0] ?? '' }))).toBe('done')
    expect(await findOwnMfa(ctx)).toMatchObject({ recoveryCodesLeft: 9 })
    expect(await mailedTo(ctx)).toEqual(['activated', 'recovery_codes_renewed', 'recovery_code_used', 'turned_off'])
  })
})
