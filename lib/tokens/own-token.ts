import type { Violation } from '../governance/violation'
import type { OrgRole } from '../identity/permissions'
import type { Ttl } from '../time'
import type { DeactivationReason } from './deactivation-reason'
import type { OwnTokenView } from './list-filter'

/** One of the caller's tokens, as their list shows it. Has no secret and no digest. */
export type OwnToken = {
  id: string
  name: string
  description: string | null
  lastFour: string
  /** What an act on the token has to name, so that it is refused where somebody else was faster. */
  generation: number
  allRoles: boolean
  orgRoles: OrgRole[]
  serviceRoles: { scope: string; displayName: string }[]
  /** Those of its scopes that the caller does not hold any more, as they are stored. */
  lostScopes: string[]
  /** Nothing that it was made for counts any more: an exchange is refused for that. */
  powerless: boolean
  openId: boolean
  createdAt: Date
  issuedAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  reminderDays: number | null
  expired: boolean
  deactivated: { at: Date; by: string; reason: DeactivationReason; note: string | null } | null
  /** What it breaks of today's policies, as the latest validation found it. An ended token breaks nothing. */
  violations: { kind: Violation; since: Date }[]
  /** As granted; null: never expires. */
  ttl: Ttl | null
}

/** How many of the caller's tokens there are of each kind. */
export type OwnTokenCounts = {
  /** Of each view, as far as the search finds them. */
  views: Record<OwnTokenView, number>
  /** Neither revoked nor expired: what the limit per person counts. */
  live: number
  notRevoked: number
  total: number
}
