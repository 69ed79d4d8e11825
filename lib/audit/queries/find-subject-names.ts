import { findMember } from '../../identity/queries/find-member'
import type { AuditReaderContext } from '../../platform/roles'
import { findTokenName, type TokenName } from '../../tokens/queries/find-token-name'
import type { EventFilter } from '../event-filter'

/** What a filter's ids stand for; null where the filter names none, or the organization has no such one. */
export type SubjectNames = { actor: string | null; token: TokenName | null }

/** The names of whom and what `filter` refers to by id. */
export async function findSubjectNames(ctx: AuditReaderContext, { actor, token }: EventFilter): Promise<SubjectNames> {
  const [person, found] = await Promise.all([actor === null ? null : findMember(ctx, actor), token === null ? null : findTokenName(ctx, token)])
  return { actor: person?.name ?? null, token: found }
}
