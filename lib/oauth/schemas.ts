import { z } from 'zod'
import { countCodePoints, hasHiddenCharacters, hasVisibleCharacters, normalizeText } from '../tokens/token-name'

/** Client id of a service, and part of `external/<serviceId>/<role>`. */
const serviceId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'errors.service_id')
/** Everybody's roles are read by it, and its page is titled so: nothing in it may change how what stands around it looks. */
const displayName = z
  .string()
  .max(1_000, { error: 'errors.service_name', abort: true })
  .transform(normalizeText)
  .refine((text) => hasVisibleCharacters(text) && countCodePoints(text) <= 100 && !hasHiddenCharacters(text), 'errors.service_name')
const roleName = z.string().regex(/^[a-z0-9_-]{1,64}$/, 'errors.service_role')

export const newService = z.object({
  id: serviceId,
  displayName,
  roles: z.array(z.object({ name: roleName, displayName })).max(100, 'errors.service_role'),
})

export type NewService = z.infer<typeof newService>
export type ServiceId = { id: string }
