import { prisma } from '../../platform/db'

/** Tokens that one statement looks at. */
const BATCH = 100_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function findEnd(orgId: string, after: string): Promise<string> {
  const [last] = await prisma().$queryRaw<{ id: string }[]>`
    SELECT id FROM api_token WHERE org_id = ${orgId}::uuid AND id > ${after}::uuid ORDER BY id OFFSET ${BATCH - 1} LIMIT 1`
  return last?.id ?? AFTER_ALL
}

/**
 * Brings what token_life copies of an organization's tokens up to date, and makes the rows that are missing. This code
 * writes both; code deployed before knew api_token alone, the last use in it included, and so may somebody at a prompt.
 *
 * Tokens are locked first, by id, then their lives, as everywhere; those that need nothing are not locked at all.
 */
export async function mendLives(orgId: string): Promise<void> {
  for (let after = BEFORE_ALL, until = ''; until !== AFTER_ALL; after = until) {
    until = await findEnd(orgId, after)
    await prisma().$executeRaw`
      INSERT INTO token_life AS l (org_id, id, user_id, created_at, issued_at, expires_at, revoked_at, last_used_at)
      SELECT org_id, id, t.user_id, t.created_at, t.issued_at, t.expires_at, t.revoked_at, t.last_used_at
        FROM api_token t LEFT JOIN token_life l USING (org_id, id)
       WHERE org_id = ${orgId}::uuid AND id > ${after}::uuid AND id <= ${until}::uuid
         AND (l.id IS NULL OR t.last_used_at > coalesce(l.last_used_at, '-infinity')
              OR (t.user_id, t.created_at, t.issued_at, t.expires_at, t.revoked_at) IS DISTINCT FROM (l.user_id, l.created_at, l.issued_at, l.expires_at, l.revoked_at))
       ORDER BY id FOR SHARE OF t
      ON CONFLICT (org_id, id) DO UPDATE
         SET user_id = excluded.user_id, created_at = excluded.created_at, issued_at = excluded.issued_at, expires_at = excluded.expires_at,
             revoked_at = excluded.revoked_at, last_used_at = GREATEST(l.last_used_at, excluded.last_used_at)`
  }
}
