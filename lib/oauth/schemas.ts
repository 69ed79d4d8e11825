import { z } from 'zod'

/** Client id of a service, and part of `external/<serviceId>/<role>`. */
const serviceId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'errors.service_id')
const displayName = z.string().trim().min(1, 'errors.service_name').max(100, 'errors.service_name')
const roleName = z.string().regex(/^[a-z0-9_-]{1,64}$/, 'errors.service_role')

export const newService = z.object({
  id: serviceId,
  displayName,
  roles: z.array(z.object({ name: roleName, displayName })).max(100, 'errors.service_role'),
})

export type NewService = z.infer<typeof newService>
export type ServiceId = { id: string }
