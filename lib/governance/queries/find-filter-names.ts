import { findMember, type MemberName } from '../../identity/queries/find-member'
import type { GovernorContext } from '../../platform/roles'
import { findTokenName, type TokenName } from '../../tokens/queries/find-token-name'
import { NO_TOKEN, type TokenFilter } from '../token-filter'

/** What a filter's ids stand for; null where the filter names none, or the organization has no such one. */
export type FilterNames = { user: MemberName | null; token: TokenName | null }

/** The names of what `filter` refers to by id. */
export async function findFilterNames(ctx: GovernorContext, { user, token }: Pick<TokenFilter, 'user' | 'token'>): Promise<FilterNames> {
  const [person, found] = await Promise.all([user === null ? null : findMember(ctx, user), token === null || token === NO_TOKEN ? null : findTokenName(ctx, token)])
  return { user: person, token: found }
}
