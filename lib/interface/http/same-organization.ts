import type { UserContext } from '../../platform/context'
import { notFound } from './answering'

/**
 * An access token speaks for one organization, also where its user belongs to others.
 *
 * @throws {HttpRefusal} 404 where `orgId` is another one, whether it exists or not
 */
export function requireSameOrganization(ctx: Pick<UserContext, 'orgId'>, orgId: string): void {
  if (ctx.orgId !== orgId.toLowerCase()) throw notFound()
}
