import { pool } from '../../platform/db'
import { env } from '../../platform/env'
import { PUBLISHED_AFTERWARDS } from '../../platform/signing-keys'

/** `waits`: published, signs later. `published`: signs no more. `unused`: of an algorithm that is not configured. */
export type KeyState = 'signs' | 'waits' | 'published' | 'unused' | 'gone' | 'revoked'
export type ListedKey = { kid: string; alg: string; state: KeyState; activeFrom: Date; retiredAt: Date | null; revokedAt: Date | null }

const SQL = `
  SELECT kid, alg, active_from AS "activeFrom", retired_at AS "retiredAt", revoked_at AS "revokedAt",
         CASE WHEN revoked_at IS NOT NULL THEN 'revoked'
              WHEN retired_at <= now() - make_interval(mins => $2) THEN 'gone'
              WHEN retired_at <= now() THEN 'published'
              WHEN alg <> $1 THEN 'unused'
              WHEN active_from > now() THEN 'waits'
              WHEN EXISTS (SELECT 1 FROM signing_key n WHERE n.alg = k.alg AND n.revoked_at IS NULL AND n.active_from <= now()
                              AND (n.retired_at IS NULL OR n.retired_at > now()) AND (n.active_from, k.kid) > (k.active_from, n.kid)) THEN 'published'
              ELSE 'signs' END AS state
    FROM signing_key k ORDER BY active_from DESC, kid`

/** Every key that there ever was, the newest first. */
export async function listSigningKeys(): Promise<ListedKey[]> {
  const { rows } = await pool().query<ListedKey>(SQL, [env().accessTokenAlg, PUBLISHED_AFTERWARDS])
  return rows
}
