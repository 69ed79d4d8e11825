import type { Peer } from '../../platform/peer'
import type { DeactivationReason } from '../../tokens/deactivation-reason'

/** What an owner has decided, and how it is told and recorded. */
export type Decision = {
  orgId: string
  actorUserId: string
  /** The owner, as the users are told. */
  actorName: string
  peer: Peer
  /** Names the act: what one user is told of several tokens is told once for it. */
  actId: string
  /** The change of many that it is a part of. */
  bulkId: string | null
} & ({ kind: 'deactivate'; reason: DeactivationReason; note: string | null } | { kind: 'activate' })

/** A token that is locked. */
export type LockedToken = {
  id: string
  name: string
  last_four: string
  user_id: string
  user_name: string
  generation: number
  expires_at: Date | null
  revoked: boolean
  deactivated: boolean
}

export function isExpired({ expires_at }: LockedToken, now: Date): boolean {
  return expires_at !== null && expires_at <= now
}
