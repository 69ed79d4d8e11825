import { pool } from './db'
import { log } from './log'

type Use = { orgId: string; tokenId: string; at: Date }

// Next's copy of this module and the server's must collect into one map.
const shared: typeof globalThis & { tokenwardLastUse?: Map<string, Use> } = globalThis
const collected = (shared.tokenwardLastUse ??= new Map<string, Use>())

/** Notes a successful exchange. Written soon after, not on the exchange's own path. */
export function noteUse(use: Use): void {
  collected.set(`${use.orgId}/${use.tokenId}`, use)
}

/**
 * Writes what was noted in one statement, forward only: an instance that comes late never turns the time back.
 * What cannot be written now is kept for the next time.
 */
export async function flushLastUse(): Promise<void> {
  const uses = [...collected.values()]
  if (uses.length === 0) return
  collected.clear()
  try {
    await pool().query({
      name: 'flush_last_use',
      // In the order in which everybody locks them: a validation that changes many at the same moment waits, and neither is turned away.
      text: `WITH used AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS used (org_id, token_id, at)),
                  locked AS (SELECT t.org_id, t.id, used.at FROM token_life t JOIN used ON t.org_id = used.org_id AND t.id = used.token_id
                              WHERE t.last_used_at IS NULL OR t.last_used_at < used.at
                              ORDER BY t.org_id, t.id FOR NO KEY UPDATE OF t)
             UPDATE token_life t SET last_used_at = locked.at FROM locked WHERE t.org_id = locked.org_id AND t.id = locked.id`,
      values: [uses.map(({ orgId }) => orgId), uses.map(({ tokenId }) => tokenId), uses.map(({ at }) => at.toISOString())],
    })
  } catch (error) {
    for (const use of uses) if (!collected.has(`${use.orgId}/${use.tokenId}`)) noteUse(use)
    log.warn({ err: error }, 'last use could not be written; it is kept')
  }
}
