import type { UserContext } from '../../platform/context'
import { promptQuery } from '../../platform/db'

/** `since`: epoch seconds. */
export type OwnOrganizationFacts = { id: string; name: string; mfaEnforced: boolean; since: number }

const COLUMNS = `o.id, o.name, o.mfa_enforced_at IS NOT NULL AS "mfaEnforced", floor(extract(epoch FROM o.created_at))::float8 AS since`
const OWN = `FROM membership m JOIN organization o ON o.id = m.org_id WHERE m.user_id = $1 AND m.status = 'active'`

/**
 * A stretch of the organizations that the caller is an active member of, by name.
 *
 * @param start number of the first, counted from 1
 */
export async function pageOfOwnOrganizations({ userId }: UserContext, { start, limit }: { start: number; limit: number }): Promise<{ rows: OwnOrganizationFacts[]; total: number }> {
  // Counted beside them, so that a page behind the end still knows how many there are.
  const found = await promptQuery<OwnOrganizationFacts & { total: number; id: string | null }>({
    name: 'page_of_own_organizations',
    text: `SELECT counted.total, page.* FROM (SELECT count(*)::int AS total ${OWN}) counted
             LEFT JOIN (SELECT ${COLUMNS} ${OWN} ORDER BY o.name, o.id OFFSET $2 LIMIT $3) page ON true
            ORDER BY page.name, page.id`,
    values: [userId, start - 1, limit],
  })
  return { rows: found.filter(({ id }) => id !== null), total: found[0]?.total ?? 0 }
}

/** One of the organizations that the caller is an active member of; null where it is none of them, or none at all. */
export async function findOwnOrganization({ userId }: UserContext, orgId: string): Promise<OwnOrganizationFacts | null> {
  const [found] = await promptQuery<OwnOrganizationFacts>({
    name: 'find_own_organization',
    text: `SELECT ${COLUMNS} ${OWN} AND m.org_id = $2`,
    values: [userId, orgId],
  })
  return found ?? null
}
