import { z } from 'zod'
import { countCodePoints, hasHiddenCharacters, normalizeText } from '../tokens/token-name'

/** Code points of a device's name, after normalization. */
const MAX_DEVICE_NAME = 64

/** A code of the device or a recovery code, as typed. What is neither is wrong, and counted as that. */
const code = z.string('errors.mfa_code_required').trim().min(1, 'errors.mfa_code_required').max(100, 'errors.mfa_code_wrong')

/** The first code of a device: there are no recovery codes before it. */
const newCode = z.string('errors.mfa_new_code_required').trim().min(1, 'errors.mfa_new_code_required').max(100, 'errors.mfa_new_code_wrong')

/** What the person calls the device; empty: not at all. */
const deviceName = z
  .string('errors.invalid_input')
  .max(1_000, { error: 'errors.device_name_too_long', abort: true })
  .transform(normalizeText)
  .refine((text) => countCodePoints(text) <= MAX_DEVICE_NAME, { error: 'errors.device_name_too_long', abort: true })
  .refine((text) => !hasHiddenCharacters(text), 'errors.device_name_characters')
  .transform((text) => (text === '' ? undefined : text))

export const passcodeSchema = z.strictObject({ code })
export type Passcode = z.output<typeof passcodeSchema>

export const confirmDeviceSchema = z.strictObject({ code: newCode, name: deviceName.optional() })
/** As confirmDeviceSchema reads it. */
export type ConfirmDevice = { code: string; name?: string | undefined }

/** The password or a code proves that it is the person who turns MFA on. */
export type TurnOnMfa = { password?: string | undefined; code?: string | undefined }
