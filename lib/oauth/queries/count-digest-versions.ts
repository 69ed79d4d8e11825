import { pool } from '../../platform/db'

/** How many API tokens have a digest under one version of the HMAC keys. */
export type DigestVersion = { version: number; /** Not revoked. */ tokens: number; /** Of these, not expired. */ live: number; revoked: number }

const SQL = `
  SELECT digest_key_version AS version,
         count(*) FILTER (WHERE revoked_at IS NULL)::int AS tokens,
         count(*) FILTER (WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()))::int AS live,
         count(*) FILTER (WHERE revoked_at IS NOT NULL)::int AS revoked
    FROM api_token GROUP BY 1 ORDER BY 1`

/** Over all organizations, and so over the whole table: for an operator, not for a page. */
export async function countDigestVersions(): Promise<DigestVersion[]> {
  const { rows } = await pool().query<DigestVersion>(SQL)
  return rows
}
