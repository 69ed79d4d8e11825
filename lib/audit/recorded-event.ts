import type { OrgRole } from '../identity/permissions'

/** Who did it. Somebody who has left still has a name. */
export type Actor = {
  id: string
  name: string
  email: string
  /** What they are in the organization now: the most of their roles; null where they never were in it. */
  standing: OrgRole | 'suspended' | 'removed' | null
}

/** What happened, for those who may read it. The type, the cause and the details may be ones that are not known here. */
export type RecordedEvent = {
  id: string
  at: Date
  type: string
  result: 'success' | 'failure'
  cause: string | null
  /** Null: nobody who has an account. */
  actor: Actor | null
  /** `lastFour` is that of today's secret. */
  token: { id: string; name: string; lastFour: string } | null
  ip: string | null
  userAgent: string | null
  requestId: string | null
  details: Record<string, unknown>
}
