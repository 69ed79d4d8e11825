import { z } from 'zod'
import { confirmDeviceSchema, passcodeSchema } from './mfa-schemas'
import { MAX_PASSWORD_BYTES } from './password-length'
import { posted } from './schemas'

/** Before JavaScript the form itself asks for it, where the sign-in was long ago. */
const password = z.string('errors.invalid_input').max(MAX_PASSWORD_BYTES, 'errors.wrong_password').optional()
const { code } = passcodeSchema.shape

export const postedStartSchema = posted({ password })
export const postedConfirmSchema = posted({ ...confirmDeviceSchema.shape, password })
export const postedRenewSchema = posted({ code, password })
export const postedCodeSchema = posted({ code })

/** Of two fields one is filled in; where both are, the code, since that can be made up for less easily. */
export const postedTurnOnSchema = posted({ code: z.string().max(100, 'errors.mfa_code_wrong').optional(), password }).transform(({ code: typed = '', password: own = '' }, context) => {
  if (typed.trim() !== '') return { code: typed.trim() }
  if (own !== '') return { password: own }
  context.addIssue({ code: 'custom', path: ['code'], message: 'errors.mfa_code_or_password' })
  return z.NEVER
})

export const postedEnforceSchema = posted({
  orgId: z.uuid('errors.invalid_input'),
  /** A check box: a form sends `on`, or nothing. */
  enforced: z.literal('on', 'errors.invalid_input').optional().transform((sent) => sent === 'on'),
  password,
})
