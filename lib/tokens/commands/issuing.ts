import { DomainError } from '../../errors'
import { toTtlLimit, type TtlLimit } from '../../governance/ttl-policy'
import type { UserContext } from '../../platform/context'
import type { Tx } from '../../platform/transaction'
import { MAX_LIVE_TOKENS } from '../token-ttl'

export type Held = { roles: string[]; service_roles: string[] }

/**
 * The caller's membership, locked: whoever counts or adds tokens of this person in this organization
 * waits here, and a role that is being taken away is gone or still held, never in between.
 *
 * @throws {DomainError} not_found where the caller is no active member
 */
export async function lockMembership(tx: Tx, ctx: UserContext): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT roles, service_roles FROM membership
     WHERE org_id = ${ctx.orgId}::uuid AND user_id = ${ctx.userId}::uuid AND status = 'active' FOR UPDATE`
  if (!held) throw new DomainError('not_found')
  return held
}

/** The organization's Max Token TTL, locked against a change until the token that it binds is committed. */
export async function lockTtlLimit(tx: Tx, orgId: string): Promise<TtlLimit | null> {
  const [policy] = await tx.$queryRaw<{ max_enabled: boolean; max_ttl_value: number | null; max_ttl_unit: string | null }[]>`
    SELECT max_enabled, max_ttl_value, max_ttl_unit FROM token_policy WHERE org_id = ${orgId}::uuid FOR SHARE`
  return policy ? toTtlLimit(policy.max_enabled, policy.max_ttl_value, policy.max_ttl_unit) : null
}

/** @throws {DomainError} token_limit_reached. Call it with the membership locked, or two could take the last place. */
export async function requireRoomForToken(tx: Tx, ctx: UserContext): Promise<void> {
  const live = await tx.apiToken.count({
    where: { orgId: ctx.orgId, userId: ctx.userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: tx.now } }] },
  })
  if (live >= MAX_LIVE_TOKENS) throw new DomainError('token_limit_reached')
}
