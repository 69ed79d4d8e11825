import { fullName } from '../../identity/full-name'
import { prisma } from '../../platform/db'
import type { AuditReaderContext } from '../../platform/roles'
import type { EventFilter } from '../event-filter'

/** What a filter's ids stand for; null where the filter names none, or the organization has no such one. */
export type SubjectNames = { actor: string | null; token: { name: string; lastFour: string } | null }

async function findPerson(orgId: string, userId: string): Promise<string | null> {
  const found = await prisma().membership.findUnique({ where: { orgId_userId: { orgId, userId } }, select: { user: { select: { firstName: true, lastName: true } } } })
  return found && fullName(found.user)
}

/** The names of whom and what `filter` refers to by id. */
export async function findSubjectNames({ orgId }: AuditReaderContext, { actor, token }: EventFilter): Promise<SubjectNames> {
  const [person, found] = await Promise.all([
    actor === null ? null : findPerson(orgId, actor),
    token === null ? null : prisma().apiToken.findUnique({ where: { orgId_id: { orgId, id: token } }, select: { name: true, lastFour: true } }),
  ])
  return { actor: person, token: found }
}
