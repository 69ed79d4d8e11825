import { prisma } from '../../platform/db'
import type { AuditReaderContext, GovernorContext } from '../../platform/roles'
import { readSearch } from '../../tokens/list-filter'

const MAX_FOUND = 10

export type FoundMember = { id: string; name: string; email: string }

/** Members of the organization, former ones too, whose name or e-mail address holds `text`, by name, at most 10. No character is a wildcard. */
export async function searchMembers({ orgId }: GovernorContext | AuditReaderContext, text: string): Promise<FoundMember[]> {
  const search = readSearch(text)
  return prisma().$queryRaw<FoundMember[]>`
    SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email
      FROM membership m JOIN user_account u ON u.id = m.user_id
     WHERE m.org_id = ${orgId}::uuid AND strpos(lower(u.first_name || ' ' || u.last_name || ' ' || u.email), lower(${search})) > 0
     ORDER BY u.first_name || ' ' || u.last_name COLLATE "und-x-icu", u.id LIMIT ${MAX_FOUND}`
}
