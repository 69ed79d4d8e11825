import { describe, expect, it } from 'vitest'
import { makeMfaDevice, makeWaitingDevice } from '@/server/testing/mfa'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../../platform/db'
import { findPasscodeNeed } from './find-passcode-need'

await createTestDatabase()

const enforce = (orgId: string) => pool().query('UPDATE organization SET mfa_enforced_at = now() WHERE id = $1', [orgId])
const turnOff = (userId: string) => pool().query('UPDATE mfa_device SET turned_on = false WHERE user_id = $1', [userId])

describe('what an exchange asks for', () => {
  it('is nothing without a device, where nobody enforces it', async () => {
    const ctx = await makeMember(await makeOrganization())
    expect(await findPasscodeNeed(ctx)).toEqual({ passcode: 'not_needed', enforced: false })
  })

  it('is a passcode while MFA is turned on, and none once it is turned off', async () => {
    const ctx = await makeMember(await makeOrganization())
    await makeMfaDevice(ctx)
    expect(await findPasscodeNeed(ctx)).toEqual({ passcode: 'needed', enforced: false })
    await turnOff(ctx.userId)
    expect(await findPasscodeNeed({ ...ctx })).toEqual({ passcode: 'not_needed', enforced: false })
  })

  it('is a passcode where the organization enforces it, whatever the person chose', async () => {
    const ctx = await makeMember(await makeOrganization())
    await makeMfaDevice(ctx)
    await turnOff(ctx.userId)
    await enforce(ctx.orgId)
    expect(await findPasscodeNeed(ctx)).toEqual({ passcode: 'needed', enforced: true })
  })

  it('is what a person without a device does not have, also while a device waits for its first code', async () => {
    const ctx = await makeMember(await makeOrganization())
    await enforce(ctx.orgId)
    expect(await findPasscodeNeed(ctx)).toEqual({ passcode: 'missing', enforced: true })
    await makeWaitingDevice(ctx)
    expect(await findPasscodeNeed({ ...ctx })).toEqual({ passcode: 'missing', enforced: true })
  })

  it('does not depend on what another organization enforces', async () => {
    const ctx = await makeMember(await makeOrganization())
    await enforce(await makeOrganization())
    expect(await findPasscodeNeed(ctx)).toEqual({ passcode: 'not_needed', enforced: false })
  })
})
