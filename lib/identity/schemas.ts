import { z } from 'zod'
import { countCodePoints, hasHiddenCharacters, hasVisibleCharacters, normalizeText } from '../tokens/token-name'
import { LOCALES, THEMES } from './locales'
import { MAX_PASSWORD_BYTES } from './password-length'
import { isTimeZone } from './time-zones'

export const signInSchema = z.object({
  email: z.string('errors.email_required').trim().min(1, 'errors.email_required').max(320, 'errors.wrong_credentials').regex(/^\P{Cc}*$/u, 'errors.wrong_credentials'),
  password: z.string('errors.password_required').min(1, 'errors.password_required').max(MAX_PASSWORD_BYTES, 'errors.wrong_credentials'),
  next: z.string().max(2_000).optional(),
})

/** The password of one who is signed in already. */
const ownPassword = z.string('errors.password_required').min(1, 'errors.password_required').max(MAX_PASSWORD_BYTES, 'errors.wrong_password')
/** Its rule depends on who chooses it, and is the command's: here only what no rule could take. */
const newPassword = z.string('errors.new_password_required').min(1, 'errors.new_password_required').max(MAX_PASSWORD_BYTES, 'errors.password_too_long')

export const ownPasswordSchema = z.strictObject({ password: ownPassword })

export const organizationIdSchema = z.strictObject({ orgId: z.uuid('errors.invalid_input') })
export const nothingSchema = z.strictObject({})

/** Characters of raw input beyond which nothing is looked at closer. */
const MAX_RAW_TEXT = 4_096

/** `longest` in code points, after normalization. */
type Named = { required: string; tooLong: string; longest: number }

/** Names stand in other people's lists: nothing in them may change how those look. */
const nameOf = ({ required, tooLong, longest }: Named) =>
  z
    .string(required)
    .max(MAX_RAW_TEXT, { error: tooLong, abort: true })
    .transform(normalizeText)
    .refine((text) => hasVisibleCharacters(text) || hasHiddenCharacters(text), { error: required, abort: true })
    .refine((text) => countCodePoints(text) <= longest, { error: tooLong, abort: true })
    .refine((text) => !hasHiddenCharacters(text), 'errors.person_name_characters')

const personName = nameOf({ required: 'errors.person_name_required', tooLong: 'errors.person_name_too_long', longest: 64 })
const organizationName = nameOf({ required: 'errors.organization_name_required', tooLong: 'errors.organization_name_too_long', longest: 100 })

/** An address that mail can be sent to, in the one spelling that people are looked up by. */
const newEmail = z
  .string('errors.email_required')
  .trim()
  .toLowerCase()
  .min(1, { error: 'errors.email_required', abort: true })
  .max(254, { error: 'errors.email_malformed', abort: true })
  .pipe(z.email('errors.email_malformed'))

export const setupSchema = z.object({
  organization: organizationName,
  firstName: personName,
  lastName: personName,
  email: newEmail,
  password: newPassword,
})
export type Setup = z.output<typeof setupSchema>

/** Reads a form that was posted: each field holds a list of texts there, and a single one of these here. */
export function posted<Shape extends z.ZodRawShape>(shape: Shape) {
  const single = (fields: unknown) => Object.fromEntries(Object.entries(fields as Record<string, string[]>).map(([name, [text]]) => [name, text]))
  return z.preprocess(single, z.strictObject(shape))
}

export const profileSchema = posted({ firstName: personName, lastName: personName })
export type Profile = z.output<typeof profileSchema>

export const preferencesSchema = posted({
  locale: z.enum(LOCALES, 'errors.invalid_input'),
  timeZone: z.string('errors.time_zone_unknown').max(100, 'errors.time_zone_unknown').refine(isTimeZone, 'errors.time_zone_unknown'),
  theme: z.enum(THEMES, 'errors.invalid_input'),
  /** A check box: a form sends `on`, or nothing. */
  securityNotices: z.literal('on', 'errors.invalid_input').optional().transform((sent) => sent === 'on'),
})
export type Preferences = z.output<typeof preferencesSchema>

export const changePasswordSchema = posted({
  currentPassword: ownPassword,
  newPassword,
})
export type ChangePassword = z.output<typeof changePasswordSchema>

export const sessionIdSchema = posted({ sessionId: z.uuid('errors.invalid_input') })
/** A form that is about the organization shown, and names it: another window may have switched to another since. */
export const postedOrganizationSchema = posted({ orgId: z.uuid('errors.invalid_input') })
/** A form without fields: its button says it all. */
export const noFieldsSchema = posted({})
