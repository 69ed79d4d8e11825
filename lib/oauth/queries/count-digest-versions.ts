import { pool } from '../../platform/db'

/** How many API tokens have a digest under one version of the HMAC keys. */
export type DigestVersion = { version: number; /** Not revoked. */ tokens: number; /** Of these, not expired. */ live: number; revoked: number }

/** Those of one batch, and where that ended. */
type Counted = DigestVersion & { lastOrgId: string; lastId: string }

/** Tokens that one statement looks at: all of ten million take longer than a statement may. */
const BATCH = 20_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** By the primary key, so that each batch reads its own tokens and no other. */
const SQL = `
  WITH batch AS MATERIALIZED (
    SELECT org_id, id, digest_key_version AS version, revoked_at IS NOT NULL AS revoked, coalesce(expires_at <= now(), false) AS expired
      FROM api_token WHERE (org_id, id) > ($1::uuid, $2::uuid) ORDER BY org_id, id LIMIT $3
  ), last AS (SELECT org_id, id FROM batch ORDER BY org_id DESC, id DESC LIMIT 1)
  SELECT version,
         count(*) FILTER (WHERE NOT revoked)::int AS tokens,
         count(*) FILTER (WHERE NOT revoked AND NOT expired)::int AS live,
         count(*) FILTER (WHERE revoked)::int AS revoked,
         (SELECT org_id FROM last) AS "lastOrgId", (SELECT id FROM last) AS "lastId"
    FROM batch GROUP BY version`

/**
 * Over all organizations, and so over the whole table: for an operator, not for a page. Every token is counted once,
 * though not at one moment: what is generated meanwhile may be missing.
 *
 * @param batch tokens that one statement looks at
 */
export async function countDigestVersions(batch = BATCH): Promise<DigestVersion[]> {
  const found = new Map<number, DigestVersion>()
  let after = [BEFORE_ALL, BEFORE_ALL]
  for (let seen = batch; seen === batch; ) {
    const { rows } = await pool().query<Counted>({ name: 'count_digest_versions', text: SQL, values: [...after, batch] })
    seen = 0
    for (const { version, tokens, live, revoked, lastOrgId, lastId } of rows) {
      const sum = found.get(version) ?? { version, tokens: 0, live: 0, revoked: 0 }
      found.set(version, { version, tokens: sum.tokens + tokens, live: sum.live + live, revoked: sum.revoked + revoked })
      seen += tokens + revoked
      after = [lastOrgId, lastId]
    }
  }
  return [...found.values()].toSorted((one, other) => one.version - other.version)
}
