import { policyChanges } from './policy-change'

/** What the details of an event mean, by name. Others are shown by their own names. */
export const DETAIL_KINDS = {
  tokenName: 'text',
  formerName: 'text',
  userName: 'text',
  deviceName: 'text',
  organization: 'text',
  note: 'text',
  reason: 'reason',
  trigger: 'trigger',
  path: 'path',
  expiresAt: 'expiry',
  minute: 'instant',
  reminderDays: 'reminder',
  descriptionChanged: 'flag',
  again: 'flag',
  enforcedFrom: 'flag',
  enforcedTo: 'flag',
  securityNotices: 'flag',
  bySecret: 'flag',
  furtherAttempts: 'count',
  count: 'count',
  scanned: 'count',
  newlyViolating: 'count',
  newlyCompliant: 'count',
  errors: 'count',
  version: 'count',
  recoveryCodesLeft: 'count',
  sessions: 'count',
  endedSessions: 'count',
  bulkId: 'code',
  sessionId: 'code',
} as const

export type DetailName = keyof typeof DETAIL_KINDS

/** A detail that is known here, with a value of its kind, or whatever else was recorded. */
export type DetailFact =
  | { kind: 'text' | 'code' | 'reason' | 'trigger' | 'path'; name: DetailName; value: string }
  | { kind: 'instant'; name: DetailName; value: Date }
  | { kind: 'expiry'; name: DetailName; value: Date | null }
  | { kind: 'count'; name: DetailName; value: number }
  | { kind: 'reminder'; name: DetailName; value: number }
  | { kind: 'flag'; name: DetailName; value: boolean }
  | { kind: 'raw'; name: string; value: string }

const isKnown = (name: string): name is DetailName => Object.hasOwn(DETAIL_KINDS, name)

function instantOf(value: unknown): Date | null {
  const at = typeof value === 'string' ? new Date(value) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}

function readKnown(name: DetailName, value: unknown): DetailFact | null {
  const kind = DETAIL_KINDS[name]
  switch (kind) {
    case 'text':
    case 'code':
    case 'reason':
    case 'trigger':
    case 'path':
      return typeof value === 'string' ? { kind, name, value } : null
    case 'expiry':
    case 'instant': {
      const at = instantOf(value)
      if (kind === 'instant') return at && { kind, name, value: at }
      return at || value === null ? { kind, name, value: at } : null
    }
    case 'reminder':
      return typeof value === 'number' || value === null ? { kind, name, value: value ?? 0 } : null
    case 'count':
      return typeof value === 'number' ? { kind, name, value } : null
    case 'flag':
      return typeof value === 'boolean' ? { kind, name, value } : null
  }
}

/** The details of an event, one by one, without the policies, see policyChanges, and texts that nobody wrote. None is left out for not being understood. */
export function readDetails(details: Readonly<Record<string, unknown>>): DetailFact[] {
  const told = new Set(policyChanges(details).flatMap(({ policy }) => [`${policy}From`, `${policy}To`]))
  return Object.entries(details)
    .filter(([name, value]) => !told.has(name) && !(value === null && isKnown(name) && DETAIL_KINDS[name] === 'text'))
    .map(([name, value]) => (isKnown(name) ? readKnown(name, value) : null) ?? { kind: 'raw', name, value: typeof value === 'string' ? value : JSON.stringify(value) })
}
