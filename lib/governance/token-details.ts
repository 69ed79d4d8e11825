import type { AuditEventType } from '../audit/events'
import type { GovernedToken } from './governed-token'

/** Why an exchange of a token would be refused, the worst first. */
export type Obstacle = 'revoked' | 'deactivated' | 'expired' | 'user_suspended' | 'user_removed'

/** Something that happened to a token. */
export type TokenEvent = {
  id: string
  type: AuditEventType
  at: Date
  /** Whose act it was; null where it was nobody's, like a refused exchange. */
  by: string | null
  result: 'success' | 'failure'
  cause: string | null
  details: Record<string, unknown>
}

/** Everything that there is to know of one token. */
export type TokenDetails = GovernedToken & {
  /** How often a secret of it was made, and how often it was deactivated, in all. */
  generation: number
  /** Null: an exchange works, as far as it is the token's and its user's affair. */
  obstacle: Obstacle | null
  /** Newest first, the latest 50; null for who may not read the audit log. */
  history: { events: TokenEvent[]; more: boolean } | null
}

/** Why an exchange of `token` would be refused; null where it would not. */
export function obstacleOf({ revokedAt, deactivated, expired, user }: Pick<GovernedToken, 'revokedAt' | 'deactivated' | 'expired' | 'user'>): Obstacle | null {
  if (revokedAt) return 'revoked'
  if (deactivated) return 'deactivated'
  if (expired) return 'expired'
  if (user.status === 'active') return null
  return user.status === 'suspended' ? 'user_suspended' : 'user_removed'
}
