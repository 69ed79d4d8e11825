import { DomainError } from '../../errors'
import { fullName } from '../../identity/full-name'
import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import { isGovernor } from '../../platform/roles'
import { findTtlPolicy } from './find-ttl-policy'

/** What is told before governance is activated: how much there is to see, and who can activate it. */
export type BeforeActivation = {
  tokens: number
  users: number
  /** Names, a few of them. */
  owners: string[]
  /** Whether a policy is on already. */
  limited: boolean
}

/** Owners that are named. */
const MAX_OWNERS = 5

/**
 * What the organization shown has to govern, for its owners and administrators. Counts alone: whose tokens they are is
 * shown only once governance is activated.
 *
 * @throws {DomainError} not_found for everybody else
 */
export async function findBeforeActivation(ctx: UserContext): Promise<BeforeActivation> {
  if (!isGovernor(ctx)) throw new DomainError('not_found')
  const [[counted], owners, { idle, max }] = await Promise.all([
    prisma().$queryRaw<{ tokens: number; users: number }[]>`
      SELECT count(*)::int AS tokens, count(DISTINCT user_id)::int AS users
        FROM api_token WHERE org_id = ${ctx.orgId}::uuid AND revoked_at IS NULL`,
    prisma().membership.findMany({
      where: { orgId: ctx.orgId, status: 'active', roles: { has: 'org_owner' }, user: { state: 'active' } },
      orderBy: [{ user: { lastName: 'asc' } }, { user: { firstName: 'asc' } }, { userId: 'asc' }],
      take: MAX_OWNERS,
      select: { user: { select: { firstName: true, lastName: true } } },
    }),
    findTtlPolicy(ctx),
  ])
  return { tokens: counted?.tokens ?? 0, users: counted?.users ?? 0, owners: owners.map(({ user }) => fullName(user)), limited: idle !== null || max !== null }
}
