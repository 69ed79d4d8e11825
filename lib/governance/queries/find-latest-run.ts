import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { CUT_OFF_AFTER, OVERDUE_AFTER } from '../validation-run'

/** A validation that goes on. `seenRecently`: whoever does it is alive, as far as can be told. */
export type OpenRun = { id: string; startedAt: Date; scanned: number; total: number; seenRecently: boolean }

/** The latest validation that has ended, and how. One that a changed policy superseded is none: another one followed. */
export type EndedRun = { endedAt: Date; outcome: 'completed' | 'failed'; scanned: number; newlyViolating: number; newlyCompliant: number; errors: number }

export type LatestRun = {
  open: OpenRun | null
  ended: EndedRun | null
  /** When what is shown of violations was found; null where nothing was validated yet. */
  completedAt: Date | null
  /** The daily validation has not come. */
  overdue: boolean
}

type Row = { id: string; startedAt: Date; endedAt: Date | null; outcome: 'completed' | 'failed' | null; scanned: number; total: number; newlyViolating: number; newlyCompliant: number; errors: number; seenRecently: boolean; late: boolean }

const hasEnded = (row: Row): row is Row & EndedRun => row.endedAt !== null

/** How far validating the organization's tokens has come, and when it last did. */
export async function findLatestRun({ orgId }: GovernorContext): Promise<LatestRun> {
  // The open one, the latest that ended, and the latest that came to its end: three rows at most.
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT id, started_at AS "startedAt", ended_at AS "endedAt", outcome, scanned, total, newly_violating AS "newlyViolating", newly_compliant AS "newlyCompliant", errors,
           coalesce(seen_at, started_at) > now() - interval '1 second' * ${CUT_OFF_AFTER}::int AS "seenRecently",
           coalesce(ended_at, now()) < now() - interval '1 hour' * ${OVERDUE_AFTER}::int AS late
      FROM (
        (SELECT * FROM validation_run WHERE org_id = ${orgId}::uuid AND ended_at IS NULL)
        UNION (SELECT * FROM validation_run WHERE org_id = ${orgId}::uuid AND outcome IN ('completed', 'failed') ORDER BY started_at DESC, id DESC LIMIT 1)
        UNION (SELECT * FROM validation_run WHERE org_id = ${orgId}::uuid AND outcome = 'completed' ORDER BY started_at DESC, id DESC LIMIT 1)
      ) runs ORDER BY started_at DESC, id DESC`
  const open = rows.find(({ endedAt }) => endedAt === null)
  const ended = rows.find(hasEnded)
  const completed = rows.find(({ outcome }) => outcome === 'completed')
  return {
    open: open ? { id: open.id, startedAt: open.startedAt, scanned: open.scanned, total: open.total, seenRecently: open.seenRecently } : null,
    ended: ended ? { endedAt: ended.endedAt, outcome: ended.outcome, scanned: ended.scanned, newlyViolating: ended.newlyViolating, newlyCompliant: ended.newlyCompliant, errors: ended.errors } : null,
    completedAt: completed?.endedAt ?? null,
    overdue: completed?.late ?? false,
  }
}
