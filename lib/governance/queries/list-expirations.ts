import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { EXPIRES, isOfOrganization } from './token-conditions'

const WEEKS = 13
const WEEK = 7 * 86_400_000

/** From `from` on, before `to`. */
export type ExpirationWeek = { from: Date; to: Date; count: number }

/** How many tokens will expire in each of the 13 weeks ahead; revoked ones do not count. */
export async function listExpirations(ctx: GovernorContext): Promise<ExpirationWeek[]> {
  const now = new Date()
  const until = new Date(now.getTime() + WEEKS * WEEK)
  const rows = await prisma().$queryRaw<{ week: number; count: number }[]>`
    SELECT floor(extract(epoch FROM t.expires_at - ${now}) / ${WEEK / 1_000})::int AS week, count(*)::int AS count FROM api_token t
     WHERE ${isOfOrganization(ctx)} AND revoked_at IS NULL AND ${EXPIRES.t} > ${now} AND ${EXPIRES.t} < ${until} GROUP BY week`
  const counts = new Map(rows.map(({ week, count }) => [week, count]))
  return Array.from({ length: WEEKS }, (_, week) => ({
    from: new Date(now.getTime() + week * WEEK),
    to: new Date(now.getTime() + (week + 1) * WEEK),
    count: counts.get(week) ?? 0,
  }))
}
