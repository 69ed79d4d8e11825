import type { Violation } from '../../governance/violation'
import { isDeactivationReason, type DeactivationReason } from '../deactivation-reason'
import type { Names } from './find-names'

type Deactivation = { deactivatedAt: Date | null; deactivatedBy: string | null; deactivationReason: string | null; deactivationNote: string | null }

/** Who deactivated a token and why, as its row tells; null where nobody has. */
export function toDeactivated(row: Deactivation, names: Names): { at: Date; by: string; reason: DeactivationReason; note: string | null } | null {
  const reason = row.deactivationReason ?? 'other'
  if (!row.deactivatedAt || !isDeactivationReason(reason)) return null
  return { at: row.deactivatedAt, by: names.people.get(row.deactivatedBy ?? '') ?? '', reason, note: row.deactivationNote }
}

type Flags = { maxViolation: string | null; maxViolationSince: Date | null; idleViolationSince: Date | null }

/** The limits that a token breaks, as the latest validation wrote them into its row. */
export function toViolations({ maxViolation, maxViolationSince, idleViolationSince }: Flags): { kind: Violation; since: Date }[] {
  const kind = maxViolation === 'never_expires' ? 'never_expires' : 'max_ttl_exceeded'
  return [
    ...(maxViolation && maxViolationSince ? [{ kind, since: maxViolationSince } as const] : []),
    ...(idleViolationSince ? [{ kind: 'idle_ttl_exceeded', since: idleViolationSince } as const] : []),
  ]
}
