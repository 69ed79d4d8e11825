import type { UserContext } from '../../platform/context'
import { decryptAtRest } from '../../platform/crypto-keys'
import { prisma } from '../../platform/db'
import { isStillPending, secretPurpose } from '../mfa-device'
import { totpUri } from '../totp'

/** The caller's MFA as its page shows it. */
export type OwnMfa = {
  device: { name: string; activatedAt: Date } | null
  /** A device that waits for its first code. Never told to one whose sign-in was long ago: whoever reads it could make its codes. */
  pending: { secret: string; uri: string } | null
  /** By the person's own choice; it counts for nothing where an organization enforces MFA. */
  turnedOn: boolean
  enforced: boolean
  /** Names of the organizations that enforce it. */
  enforcedBy: string[]
  recoveryCodesLeft: number
}

const DEVICE = { name: true, encryptedSecret: true, createdAt: true, activatedAt: true, turnedOn: true } as const
type Device = { encryptedSecret: Uint8Array; createdAt: Date; activatedAt: Date | null }

function pendingOf(ctx: UserContext, device: Device | null): OwnMfa['pending'] {
  if (!ctx.signedInRecently || !device || device.activatedAt || !isStillPending(device.createdAt, new Date())) return null
  const secret = decryptAtRest(device.encryptedSecret, secretPurpose(ctx.userId))
  return { secret, uri: totpUri(secret, ctx.email) }
}

/** What the caller's MFA is like now, and which of their organizations enforce it. */
export async function findOwnMfa(ctx: UserContext): Promise<OwnMfa> {
  const [device, enforcing, recoveryCodesLeft] = await Promise.all([
    prisma().mfaDevice.findUnique({ where: { userId: ctx.userId }, select: DEVICE }),
    prisma().membership.findMany({
      where: { userId: ctx.userId, status: 'active', organization: { mfaEnforcedAt: { not: null } } },
      orderBy: [{ organization: { name: 'asc' } }, { orgId: 'asc' }],
      select: { organization: { select: { name: true } } },
    }),
    prisma().mfaRecoveryCode.count({ where: { userId: ctx.userId, usedAt: null } }),
  ])
  return {
    device: device?.activatedAt ? { name: device.name, activatedAt: device.activatedAt } : null,
    pending: pendingOf(ctx, device),
    turnedOn: device?.turnedOn ?? false,
    enforced: enforcing.length > 0,
    enforcedBy: enforcing.map(({ organization }) => organization.name),
    recoveryCodesLeft,
  }
}
