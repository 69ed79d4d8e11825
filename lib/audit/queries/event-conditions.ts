import { Prisma } from '../../platform/generated/prisma/client'
import type { AuditReaderContext } from '../../platform/roles'
import type { EventCursor } from '../event-cursor'
import type { EventFilter } from '../event-filter'
import { filteredSpan } from '../filtered-span'

const sql = Prisma.sql

/** Newest first, or, backwards, from the end. Total: what happened at once is told apart by its id. */
export function inOrder(backwards: boolean): Prisma.Sql {
  return backwards ? sql`at ASC, id ASC` : sql`at DESC, id DESC`
}

/** Whether an event stands behind the cursor in the log's order; backwards: before it. */
export function isBeyond({ at, id }: EventCursor, backwards: boolean): Prisma.Sql {
  return sql`(at, id) ${backwards ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`
}

/**
 * Whether an event is one of the organization's that `filter` looks at, at `now`.
 *
 * Each condition is written as the index for it is: `result = 'failure'` has one of its own, since there are few.
 */
export function isLookedAt({ orgId, timeZone }: AuditReaderContext, filter: EventFilter, now: Date): Prisma.Sql {
  const { type, actor, token, result } = filter
  const { since, until } = filteredSpan(filter, timeZone, now)
  const conditions = [
    sql`org_id = ${orgId}::uuid`,
    type === null ? null : sql`type = ${type}`,
    actor === null ? null : sql`actor_user_id = ${actor}::uuid`,
    token === null ? null : sql`token_id = ${token}::uuid`,
    result === null ? null : result === 'failure' ? sql`result = 'failure'` : sql`result = 'success'`,
    since && sql`at >= ${since}::timestamptz`,
    until && sql`at < ${until}::timestamptz`,
  ]
  return Prisma.join(conditions.filter((condition) => condition !== null), ' AND ')
}
