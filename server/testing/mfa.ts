import { confirmMfaDevice } from '@/lib/identity/commands/confirm-mfa-device'
import { startMfaDevice } from '@/lib/identity/commands/start-mfa-device'
import { totpCode, totpStep } from '@/lib/identity/totp'
import type { UserContext } from '@/lib/platform/context'
import { pool } from '@/lib/platform/db'
import { requireRecentSignIn } from '@/lib/platform/recent-sign-in'

/** The code that a device shows now, or will in so many steps. */
export const codeOf = (secret: string, stepsAhead = 0): string => totpCode(secret, totpStep(new Date()) + stepsAhead)

/** Six digits that a device shows neither now nor soon. */
export function wrongCodeFor(secret: string): string {
  const near = [-3, -2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps))
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((code) => !near.includes(code)) ?? ''
}

/** As if the device had been silent for ten steps: its code of now was not used yet. */
export async function forgetSteps({ userId }: UserContext): Promise<void> {
  await pool().query('UPDATE mfa_device SET last_step = last_step - 10 WHERE user_id = $1', [userId])
}

/** An active device of the person, MFA turned on, none of its codes used. */
export async function makeMfaDevice(ctx: UserContext, name = 'Phone'): Promise<{ secret: string; recoveryCodes: string[] }> {
  const recent = requireRecentSignIn(ctx)
  const { secret } = await startMfaDevice(recent)
  const { recoveryCodes } = await confirmMfaDevice(recent, { code: codeOf(secret), name })
  await forgetSteps(ctx)
  return { secret, recoveryCodes }
}

/** A device of the person that waits for its first code. */
export async function makeWaitingDevice(ctx: UserContext): Promise<void> {
  await startMfaDevice(requireRecentSignIn(ctx))
}
