import type { OrgRole } from '../identity/permissions'
import type { Ttl } from '../time'
import type { DeactivationReason } from './deactivation-reason'

/** One of the caller's tokens, as their list shows it. Has no secret and no digest. */
export type OwnToken = {
  id: string
  name: string
  description: string | null
  lastFour: string
  allRoles: boolean
  orgRoles: OrgRole[]
  serviceRoles: { scope: string; displayName: string }[]
  openId: boolean
  createdAt: Date
  issuedAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  expired: boolean
  deactivated: { at: Date; by: string; reason: DeactivationReason; note: string | null } | null
  /** As granted; null: never expires. */
  ttl: Ttl | null
}
