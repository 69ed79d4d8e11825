import { searchMembers, type FoundMember } from '../../identity/queries/search-members'
import { prisma } from '../../platform/db'
import type { AuditReaderContext } from '../../platform/roles'
import { readSearch } from '../../tokens/list-filter'
import { holding } from '../../tokens/queries/like-pattern'

const MAX_TOKENS = 10

export type FoundToken = { id: string; name: string; lastFour: string; userName: string }

/** The people and the tokens of the organization that a text may mean, at most 10 of each. */
export type Subjects = { people: FoundMember[]; tokens: FoundToken[] }

/** The first condition has an index, see the migration add_governance; it looks at its user's name, too. */
async function searchTokens({ orgId }: AuditReaderContext, search: string): Promise<FoundToken[]> {
  const pattern = holding(search)
  return prisma().$queryRaw<FoundToken[]>`
    SELECT id, name, last_four AS "lastFour", user_name AS "userName" FROM api_token
     WHERE org_id = ${orgId}::uuid AND lower(name || ' ' || last_four || ' ' || user_name || ' ' || user_email) LIKE lower(${pattern})
       AND lower(name || ' ' || last_four) LIKE lower(${pattern})
     LIMIT ${MAX_TOKENS}`
}

/** Whom and what of the organization `text` may mean: part of a name or an e-mail address, of a token's name, or its last four characters. */
export async function findSubjects(ctx: AuditReaderContext, text: string): Promise<Subjects> {
  const search = readSearch(text)
  const [people, tokens] = await Promise.all([searchMembers(ctx, search), searchTokens(ctx, search)])
  return { people, tokens }
}
