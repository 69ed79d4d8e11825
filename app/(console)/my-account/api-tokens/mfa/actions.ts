'use server'

import { refresh } from 'next/cache'
import { confirmMfaDevice } from '@/lib/identity/commands/confirm-mfa-device'
import { deactivateMfaDevice } from '@/lib/identity/commands/deactivate-mfa-device'
import { renewRecoveryCodes } from '@/lib/identity/commands/renew-recovery-codes'
import { renewWithPassword } from '@/lib/identity/commands/renew-sign-in'
import { startMfaDevice } from '@/lib/identity/commands/start-mfa-device'
import { turnOffMfa } from '@/lib/identity/commands/turn-off-mfa'
import { turnOnMfa } from '@/lib/identity/commands/turn-on-mfa'
import { postedCodeSchema, postedConfirmSchema, postedRenewSchema, postedStartSchema, postedTurnOnSchema } from '@/lib/identity/posted-mfa'
import { formAction } from '@/lib/platform/action'
import { requireRecentSignIn } from '@/lib/platform/recent-sign-in'

export const startDeviceAction = formAction(postedStartSchema, [], async (ctx, { password }): Promise<void> => {
  await startMfaDevice(requireRecentSignIn(await renewWithPassword(ctx, password)))
  refresh()
})

export const confirmDeviceAction = formAction(postedConfirmSchema, ['name'], async (ctx, { password, ...device }) => {
  const { recoveryCodes } = await confirmMfaDevice(requireRecentSignIn(await renewWithPassword(ctx, password)), device)
  refresh()
  return recoveryCodes
})

export const renewCodesAction = formAction(postedRenewSchema, [], async (ctx, { password, code }) => {
  const { recoveryCodes } = await renewRecoveryCodes(requireRecentSignIn(await renewWithPassword(ctx, password)), { code })
  refresh()
  return recoveryCodes
})

export const turnOnAction = formAction(postedTurnOnSchema, [], async (ctx, proof): Promise<void> => {
  await turnOnMfa(ctx, proof)
  refresh()
})

export const turnOffAction = formAction(postedCodeSchema, [], async (ctx, input): Promise<void> => {
  await turnOffMfa(ctx, input)
  refresh()
})

export const deactivateDeviceAction = formAction(postedCodeSchema, [], async (ctx, input): Promise<void> => {
  await deactivateMfaDevice(ctx, input)
  refresh()
})
