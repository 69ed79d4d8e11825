import { OVERDUE_AFTER } from '../governance/validation-run'
import { promptQuery } from '../platform/db'

/** Mails that a committed change has caused and that have not left yet. */
export type Outbox = { unsent: number; oldestSeconds: number }

/** How many mails wait to leave, and for how many seconds the oldest has. */
export async function measureOutbox(): Promise<Outbox> {
  const [found] = await promptQuery<Outbox>({
    name: 'measure_outbox',
    text: `SELECT count(*)::int AS unsent, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestSeconds"
             FROM outbox_mail WHERE sent_at IS NULL AND dropped_at IS NULL`,
  })
  return found ?? { unsent: 0, oldestSeconds: 0 }
}

/** `ageSeconds`: since the latest validation of any organization came to its end; null where none ever did. */
export type ValidationAge = { ageSeconds: number | null; overdue: number }

/** How long ago tokens were validated, and how many organizations wait for the daily validation longer than they should. */
export async function measureValidation(): Promise<ValidationAge> {
  const [found] = await promptQuery<ValidationAge>({
    name: 'measure_validation',
    text: `SELECT extract(epoch FROM now() - max(latest.ended_at))::float8 AS "ageSeconds",
                  count(*) FILTER (WHERE o.iga_activated_at < line.at AND coalesce(latest.started_at < line.at, true))::int AS overdue
             FROM (SELECT now() - interval '1 hour' * $1::int AS at) line, organization o
             LEFT JOIN LATERAL (SELECT r.started_at, r.ended_at FROM validation_run r
                                 WHERE r.org_id = o.id AND r.outcome = 'completed' ORDER BY r.started_at DESC LIMIT 1) latest ON true
            WHERE o.iga_activated_at IS NOT NULL`,
    values: [OVERDUE_AFTER],
  })
  return found ?? { ageSeconds: null, overdue: 0 }
}
