import { isErrorCode } from '../../errors'
import { pool } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { BulkChange, ChangeKind } from '../token-change'

type Row = {
  id: string
  kind: ChangeKind
  started_at: Date
  ended_at: Date | null
  total: number
  changed: number
  unchanged: number
  failed: number
  expired: number
  failures: { tokenId: string; name: string; code: string }[]
  cut_off: boolean
}

/** What came of a change is shown for a quarter of an hour. */
const LATEST_SQL = `
  SELECT id, kind, started_at, ended_at, total, changed, unchanged, failed, expired, failures,
         ended_at IS NULL AND coalesce(seen_at, started_at) < now() - interval '1 minute' AS cut_off
    FROM bulk_change
   WHERE org_id = $1 AND (ended_at IS NULL OR ended_at > now() - interval '15 minutes')
   ORDER BY started_at DESC LIMIT 1`

/** The change of many tokens that is going on in the organization, or has just ended. `cutOff`: nobody is at it. */
export async function findBulkChange(ctx: GovernorContext): Promise<(BulkChange & { cutOff: boolean }) | null> {
  const { rows } = await pool().query<Row>({ name: 'find_bulk_change', text: LATEST_SQL, values: [ctx.orgId] })
  const [row] = rows
  if (!row) return null
  const { id, kind, total, changed, unchanged, failed, expired } = row
  const failures = row.failures.map(({ tokenId, name, code }) => ({ tokenId, name, code: isErrorCode(code) ? code : ('unexpected' as const) }))
  return { id, kind, startedAt: row.started_at, endedAt: row.ended_at, total, changed, unchanged, failed, expired, failures, cutOff: row.cut_off }
}
