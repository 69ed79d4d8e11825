import { z } from 'zod'
import { usernameOf } from '../../access/access-token'
import { DomainError } from '../../errors'
import { HttpRefusal } from '../../interface/http/answering'
import type { Caller } from '../../interface/http/caller'
import { callerEndpoint } from '../../interface/http/endpoint'
import { requirePassword } from '../commands/require-password'
import { turnOffMfa } from '../commands/turn-off-mfa'
import { turnOnMfa } from '../commands/turn-on-mfa'
import { MAX_PASSWORD_BYTES } from '../password-length'
import { findOwnMfa } from '../queries/find-own-mfa'

const PRINCIPAL = '/csp/gateway/iam/vmwid/api/principal/mfa'

const STATUS = z.object({
  activated: z.boolean().meta({ description: 'Whether there is an active MFA device' }),
  deviceName: z.string().nullable(),
  turnedOn: z.boolean(),
  username: z.string(),
})

export const findPrincipalMfa = callerEndpoint({
  method: 'GET',
  path: `${PRINCIPAL}/status`,
  operation: 'findPrincipalMfa',
  summary: 'The MFA of the user',
  tag: 'MFA',
  answer: STATUS,
  run: async (ctx) => {
    const { device, turnedOn } = await findOwnMfa(ctx)
    return { activated: device !== null, deviceName: device?.name ?? null, turnedOn, username: usernameOf(ctx) }
  },
})

const TURN = z.object({
  password: z.string().max(MAX_PASSWORD_BYTES).nullish(),
  passcode: z.string().max(100).nullish().meta({ description: 'A code of the MFA device or a recovery code; turning MFA off needs it' }),
  turnedOn: z.boolean(),
})

/** In the words of the console replaced, which its clients compare. */
async function inItsWords(changed: Promise<unknown>): Promise<void> {
  try {
    await changed
  } catch (error) {
    if (error instanceof DomainError && error.code === 'wrong_password') throw new HttpRefusal(403, error.code, 'Wrong password provided')
    throw error
  }
}

async function turnOff(ctx: Caller, password: string, code: string | null | undefined): Promise<void> {
  await requirePassword(ctx, password, { field: 'password', failure: 'csp__turn_off_mfa' })
  // A step beyond the console replaced: the password alone must not take away what protects against losing it.
  if (!code) throw new HttpRefusal(403, 'mfa_required', 'Turning MFA off needs a passcode besides the password')
  await turnOffMfa(ctx, { code })
}

export const turnPrincipalMfa = callerEndpoint({
  method: 'PATCH',
  path: PRINCIPAL,
  operation: 'turnPrincipalMfa',
  summary: 'Turn the MFA of the user on or off',
  tag: 'MFA',
  body: TURN,
  answer: z.object({ turnedOn: z.boolean() }),
  run: async (ctx, { body: { password, passcode, turnedOn } }) => {
    if (!password) throw new HttpRefusal(400, 'password_required', 'Password was not provided')
    await inItsWords(turnedOn ? turnOnMfa(ctx, { password }) : turnOff(ctx, password, passcode))
    return { turnedOn }
  },
})
