import { fullName } from '../../identity/full-name'
import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { NO_TOKEN, type TokenFilter } from '../token-filter'

/** What a filter's ids stand for; null where the filter names none, or the organization has no such one. */
export type FilterNames = { user: { name: string; email: string } | null; token: { name: string; lastFour: string } | null }

async function findPerson(orgId: string, userId: string): Promise<FilterNames['user']> {
  const found = await prisma().membership.findUnique({
    where: { orgId_userId: { orgId, userId } },
    select: { user: { select: { firstName: true, lastName: true, email: true } } },
  })
  return found && { name: fullName(found.user), email: found.user.email }
}

/** The names of what `filter` refers to by id. */
export async function findFilterNames({ orgId }: GovernorContext, { user, token }: Pick<TokenFilter, 'user' | 'token'>): Promise<FilterNames> {
  const [person, found] = await Promise.all([
    user === null ? null : findPerson(orgId, user),
    token === null || token === NO_TOKEN ? null : prisma().apiToken.findUnique({ where: { orgId_id: { orgId, id: token } }, select: { name: true, lastFour: true } }),
  ])
  return { user: person, token: found }
}
