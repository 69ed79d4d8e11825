import { cache } from 'react'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'

/** What an exchange of the caller's tokens in the organization shown asks for. */
export type PasscodeNeed = {
  /** `missing`: a passcode is needed, and the caller has no device that makes one. */
  passcode: 'not_needed' | 'needed' | 'missing'
  /** Whether the organization shown enforces it. */
  enforced: boolean
}

/** Layout and page ask for it: one read serves both. */
export const findPasscodeNeed = cache(async (ctx: UserContext): Promise<PasscodeNeed> => {
  const [device, enforcing] = await Promise.all([
    prisma().mfaDevice.findFirst({ where: { userId: ctx.userId, activatedAt: { not: null } }, select: { turnedOn: true } }),
    prisma().organization.count({ where: { id: ctx.orgId, mfaEnforcedAt: { not: null } } }),
  ])
  const enforced = enforcing === 1
  if (!device) return { passcode: enforced ? 'missing' : 'not_needed', enforced }
  return { passcode: device.turnedOn || enforced ? 'needed' : 'not_needed', enforced }
})
