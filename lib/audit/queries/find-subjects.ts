import { searchMembers, type FoundMember } from '../../identity/queries/search-members'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { AuditReaderContext } from '../../platform/roles'
import { readSearch } from '../../tokens/list-filter'
import { isNamed } from '../../tokens/queries/search-condition'

const MAX_TOKENS = 10

export type FoundToken = { id: string; name: string; lastFour: string; userName: string }

/** The people and the tokens of the organization that a text may mean, at most 10 of each. */
export type Subjects = { people: FoundMember[]; tokens: FoundToken[] }

/** Revoked tokens have a past as well: they are looked through where the others are not enough. */
async function searchTokens({ orgId }: AuditReaderContext, search: string): Promise<FoundToken[]> {
  const found = (state: Prisma.Sql) => Prisma.sql`
    (SELECT id, name, last_four AS "lastFour", user_name AS "userName" FROM api_token WHERE org_id = ${orgId}::uuid AND ${state} AND ${isNamed(search)} LIMIT ${MAX_TOKENS})`
  return prisma().$queryRaw<FoundToken[]>`${found(Prisma.sql`revoked_at IS NULL`)} UNION ALL ${found(Prisma.sql`revoked_at IS NOT NULL`)} LIMIT ${MAX_TOKENS}`
}

/** Whom and what of the organization `text` may mean: part of a name or an e-mail address, of a token's name, or its last four characters. */
export async function findSubjects(ctx: AuditReaderContext, text: string): Promise<Subjects> {
  const search = readSearch(text)
  const [people, tokens] = await Promise.all([searchMembers(ctx, search), searchTokens(ctx, search)])
  return { people, tokens }
}
