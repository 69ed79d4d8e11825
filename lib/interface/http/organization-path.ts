import { z } from 'zod'
import { notFound } from './answering'
import type { Caller } from './caller'

/** An address below one organization. */
export const OF_ORGANIZATION = z.object({ orgId: z.uuid().meta({ description: 'The organization of the access token' }) })

/**
 * The caller, where the address is of their organization.
 *
 * @throws {HttpRefusal} 404 for another, which is told apart from nothing by nobody
 */
export function inOrganization(ctx: Caller, { orgId }: z.output<typeof OF_ORGANIZATION>): Caller {
  if (orgId.toLowerCase() !== ctx.orgId) throw notFound()
  return ctx
}
