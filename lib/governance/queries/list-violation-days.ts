import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'

const DAYS = 90

/** What the latest validation of a day found. `day` is midnight in UTC. */
export type ViolationDay = { day: Date; live: number; violating: number; max: number; idle: number }

/** The last 90 days on which tokens were validated, oldest first, and when the policy was changed meanwhile. Days without a validation are left out. */
export async function listViolationDays({ orgId }: GovernorContext): Promise<{ days: ViolationDay[]; policyChanges: Date[] }> {
  const since = new Date(Date.now() - DAYS * 86_400_000)
  const [days, changes] = await Promise.all([
    prisma().governanceDay.findMany({
      where: { orgId, day: { gt: since } },
      orderBy: { day: 'asc' },
      select: { day: true, live: true, violating: true, maxViolating: true, idleViolating: true },
    }),
    prisma().auditEvent.findMany({
      where: { orgId, type: 'csp__update_token_policy', at: { gt: since } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      // More marks than that would hide the chart.
      take: DAYS,
      select: { at: true },
    }),
  ])
  return {
    days: days.map(({ day, live, violating, maxViolating, idleViolating }) => ({ day, live, violating, max: maxViolating, idle: idleViolating })),
    policyChanges: changes.map(({ at }) => at).toReversed(),
  }
}
