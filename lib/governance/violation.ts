import { addTtl } from '../time'
import type { TtlLimit } from './ttl-policy'

/** What of a token the policies look at. Issue is creation or latest regeneration. */
export type TokenLifetime = { issuedAt: Date; expiresAt: Date | null; lastUsedAt: Date | null; revokedAt: Date | null }

/** The limits of an organization; null is a policy that is off. */
export type TtlPolicy = { idle: TtlLimit | null; max: TtlLimit | null }

export type Violation = 'max_ttl_exceeded' | 'never_expires' | 'idle_ttl_exceeded'

function breaksMax({ issuedAt, expiresAt }: TokenLifetime, max: TtlLimit | null): Violation | null {
  if (!max) return null
  if (!expiresAt) return 'never_expires'
  return expiresAt > addTtl(issuedAt, max) ? 'max_ttl_exceeded' : null
}

function breaksIdle({ issuedAt, lastUsedAt }: TokenLifetime, idle: TtlLimit | null, now: Date): Violation | null {
  const active = lastUsedAt && lastUsedAt > issuedAt ? lastUsedAt : issuedAt
  return idle && now > addTtl(active, idle) ? 'idle_ttl_exceeded' : null
}

/**
 * Lists the limits of `policy` that one API token breaks at `now`.
 *
 * Exactly on a limit is compliant. A token that was never used has been idle since it was issued; one that never
 * expires breaks any maximum. Revoked and expired tokens break nothing.
 *
 * @see spec: product.md §4, Rules
 */
export function findViolations(token: TokenLifetime, policy: TtlPolicy, now: Date): Violation[] {
  const ended = token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)
  if (ended) return []
  return [breaksMax(token, policy.max), breaksIdle(token, policy.idle, now)].filter((found) => found !== null)
}
