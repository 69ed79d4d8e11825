import type { OrgRole } from '../identity/permissions'
import type { Ttl } from '../time'
import type { Total } from '../total'
import type { DeactivationReason } from '../tokens/deactivation-reason'
import type { Violation } from './violation'

/** One token of the organization, as owners and administrators see it. Has no secret and no digest. */
export type GovernedToken = {
  id: string
  name: string
  description: string | null
  lastFour: string
  user: { id: string; name: string; email: string; status: 'active' | 'suspended' | 'removed' }
  allRoles: boolean
  orgRoles: OrgRole[]
  serviceRoles: { scope: string; displayName: string }[]
  openId: boolean
  createdAt: Date
  /** Creation or latest regeneration. */
  issuedAt: Date
  /** As granted; null: never expires. */
  ttl: Ttl | null
  expiresAt: Date | null
  lastUsedAt: Date | null
  /** Days before expiry at which its user is reminded; null: not at all. */
  reminderDays: number | null
  revokedAt: Date | null
  expired: boolean
  deactivated: { at: Date; by: string; reason: DeactivationReason; note: string | null } | null
  /** As the latest validation found them. An ended token violates nothing. */
  violations: { kind: Violation; since: Date }[]
}

/** A page of the list. `from` is the place of its first token in the whole, counted from 1. */
export type TokenPage = { tokens: GovernedToken[]; from: number; total: Total; next: string | null; previous: string | null }

/** What is counted above the list, each a filter of it. */
export const TOKEN_KINDS = ['live', 'violating', 'deactivated', 'expiringSoon', 'unused', 'neverUsed', 'neverExpires'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]
