import { readPolicyUnit, toTtlLimit, type PolicyUnit } from './ttl-policy'
import type { TtlPolicy } from './violation'

/** One policy as it is set. While it is off it keeps its value; null: none was ever set. */
export type PolicySetting = { enabled: boolean; value: number | null; unit: PolicyUnit }
export const POLICY_KINDS = ['idle', 'max'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]
export type PolicySettings = Record<PolicyKind, PolicySetting>

/** Offered where no value was ever set. */
const FIRST_UNIT: PolicyUnit = 'days'

type PolicyColumns = {
  idleEnabled: boolean
  idleTtlValue: number | null
  idleTtlUnit: string | null
  maxEnabled: boolean
  maxTtlValue: number | null
  maxTtlUnit: string | null
}

/** Both policies as a row of token_policy holds them. */
export function toPolicySettings(row: PolicyColumns): PolicySettings {
  return {
    idle: { enabled: row.idleEnabled, value: row.idleTtlValue, unit: readPolicyUnit(row.idleTtlUnit) ?? FIRST_UNIT },
    max: { enabled: row.maxEnabled, value: row.maxTtlValue, unit: readPolicyUnit(row.maxTtlUnit) ?? FIRST_UNIT },
  }
}

/** The columns of token_policy that hold both. Without a value there is no unit either. */
export function toPolicyColumns({ idle, max }: PolicySettings): PolicyColumns {
  return {
    idleEnabled: idle.enabled,
    idleTtlValue: idle.value,
    idleTtlUnit: idle.value === null ? null : idle.unit,
    maxEnabled: max.enabled,
    maxTtlValue: max.value,
    maxTtlUnit: max.value === null ? null : max.unit,
  }
}

/** The limits that both come to, null for one that is off. */
export function toTtlPolicy({ idle, max }: PolicySettings): TtlPolicy {
  return { idle: toTtlLimit(idle.enabled, idle.value, idle.unit), max: toTtlLimit(max.enabled, max.value, max.unit) }
}

function differences(one: PolicySetting, other: PolicySetting): number {
  const sameLimit = one.value === other.value && (one.value === null || one.unit === other.unit)
  return Number(one.enabled !== other.enabled) + Number(!sameLimit)
}

/** How many things differ: each policy has two, whether it is on and its limit. */
export function countDifferences(one: PolicySettings, other: PolicySettings): number {
  return POLICY_KINDS.reduce((sum, kind) => sum + differences(one[kind], other[kind]), 0)
}

/** "365 days" or "off", as the audit log says it in every language. */
export function sayPolicy({ enabled, value, unit }: PolicySetting): string {
  return enabled && value !== null ? `${value} ${value === 1 ? unit.slice(0, -1) : unit}` : 'off'
}
