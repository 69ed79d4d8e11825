import { z } from 'zod'

export const signInSchema = z.object({
  email: z.string('errors.email_required').trim().min(1, 'errors.email_required').max(320, 'errors.wrong_credentials').regex(/^\P{Cc}*$/u, 'errors.wrong_credentials'),
  password: z.string('errors.password_required').min(1, 'errors.password_required').max(1_024, 'errors.wrong_credentials'),
  next: z.string().max(2_000).optional(),
})

/** The password of one who is signed in already. */
export const ownPasswordSchema = z.strictObject({
  password: z.string('errors.password_required').min(1, 'errors.password_required').max(1_024, 'errors.wrong_password'),
})

export const organizationIdSchema = z.strictObject({ orgId: z.uuid('errors.invalid_input') })
export const nothingSchema = z.strictObject({})
