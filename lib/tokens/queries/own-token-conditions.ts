import type { UserContext } from '../../platform/context'
import { Prisma } from '../../platform/generated/prisma/client'
import type { OwnTokenView } from '../list-filter'

const sql = Prisma.sql

/** The caller's among TOKENS, in the organization shown. Every query on them starts here. */
export function isMine({ orgId, userId }: UserContext): Prisma.Sql {
  return sql`org_id = ${orgId}::uuid AND t.user_id = ${userId}::uuid`
}

/** Neither revoked nor expired at `now`. */
export function isLive(now: Date): Prisma.Sql {
  return sql`(t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ${now}))`
}

/** Whether name, description or last four characters hold `search`, whatever the case. No character is a wildcard. */
export function isFoundBy(search: string): Prisma.Sql {
  if (search === '') return sql`TRUE`
  const holds = (column: Prisma.Sql) => sql`strpos(lower(${column}), lower(${search})) > 0`
  return sql`(${holds(sql`name`)} OR ${holds(sql`coalesce(description, '')`)} OR ${holds(sql`last_four`)})`
}

/** Whether an exchange at `now` would grant anything: the token is good, and its user holds some of what it is for. */
function isWorking({ roles, serviceRoles }: UserContext, now: Date): Prisma.Sql {
  const holdsAny = roles.length + serviceRoles.length > 0
  return sql`(${isLive(now)} AND deactivated_at IS NULL AND (open_id OR (all_roles AND ${holdsAny})
    OR coalesce(org_roles && ${roles}::text[], FALSE) OR coalesce(service_roles && ${serviceRoles}::text[], FALSE)))`
}

/** Whether a token belongs to `view` at `now`. */
export function belongsTo(view: OwnTokenView, ctx: UserContext, now: Date): Prisma.Sql {
  switch (view) {
    case 'all':
      return sql`TRUE`
    case 'working':
      return isWorking(ctx, now)
    case 'not_working':
      return sql`NOT ${isWorking(ctx, now)}`
    case 'violations':
      return sql`(${isLive(now)} AND (l.max_violation IS NOT NULL OR l.idle_violation_since IS NOT NULL))`
  }
}
