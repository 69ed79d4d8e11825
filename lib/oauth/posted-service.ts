import { z } from 'zod'
import { posted } from '../identity/schemas'
import { readRole } from './read-role'
import { newService } from './schemas'

/** Before JavaScript the form itself asks for it, where the sign-in was long ago. */
const password = z.string('errors.invalid_input').max(1_024, 'errors.wrong_password').optional()
const { id, displayName, roles } = newService.shape

/** Characters of all roles together, far more than a hundred of them have. */
const MAX_ROLES_TEXT = 20_000

/** One role a line, see readRole. */
const typedRoles = z
  .string('errors.service_role')
  .max(MAX_ROLES_TEXT, 'errors.service_role')
  .transform((text) => text.split('\n').map((line) => line.trim()).filter(Boolean).map(readRole))
  .pipe(roles)

export const postedServiceSchema = posted({ id: z.string('errors.service_id').trim().pipe(id), displayName, roles: typedRoles, password })
export const postedRotateSchema = posted({ id, password })

/** The id once more, typed: what a removal takes away is not given back. */
export const postedRemoveSchema = posted({ id, typed: z.string('errors.service_mistyped'), password }).superRefine((read, context) => {
  if (read.typed.trim() !== read.id) context.addIssue({ code: 'custom', path: ['typed'], message: 'errors.service_mistyped' })
})
