import { promptQuery } from './db'
import { QUEUE_NAMES } from './queue'

/** `due`: jobs that could be begun now; the oldest could be since so many seconds. `active`: being done. */
export type QueueDepth = { queue: string; due: number; active: number; oldestSeconds: number }

/** How much is left to do in each queue. Jobs that are put off to later are not waiting. */
export async function measureQueues(): Promise<QueueDepth[]> {
  return promptQuery<QueueDepth>({
    name: 'measure_queues',
    text: `SELECT q.name AS queue, count(*) FILTER (WHERE j.state < 'active')::int AS due, count(*) FILTER (WHERE j.state = 'active')::int AS active,
                  coalesce(extract(epoch FROM now() - min(greatest(j.created_on, j.start_after)) FILTER (WHERE j.state < 'active')), 0)::float8 AS "oldestSeconds"
             FROM unnest($1::text[]) AS q (name)
             LEFT JOIN pgboss.job j ON j.name = q.name AND j.state < 'completed' AND (j.start_after <= now() OR j.state = 'active')
            GROUP BY q.name ORDER BY q.name`,
    values: [QUEUE_NAMES],
  })
}
