import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'

/** Whether an exchange of the caller's API tokens in the organization shown needs a passcode: by their own choice or the organization's. */
export async function needsPasscode({ userId, orgId }: UserContext): Promise<boolean> {
  const [chosen, enforced] = await Promise.all([
    prisma().mfaDevice.count({ where: { userId, turnedOn: true } }),
    prisma().organization.count({ where: { id: orgId, mfaEnforcedAt: { not: null } } }),
  ])
  return chosen + enforced > 0
}
