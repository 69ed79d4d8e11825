import type { ErrorCode } from '@/lib/errors'
import { POLICY_KINDS, type PolicyKind, type PolicySetting, type PolicySettings } from '@/lib/governance/policy-settings'
import { limitProblem, readPolicyUnit, type PolicyUnit } from '@/lib/governance/ttl-policy'
import { parseWhole } from '@/lib/tokens/whole-number'

/** A policy as it stands in the form: half a number is a text, too. */
export type TypedSetting = { enabled: boolean; value: string; unit: PolicyUnit }
export type TypedPolicy = Record<PolicyKind, TypedSetting>

const typed = ({ enabled, value, unit }: PolicySetting): TypedSetting => ({ enabled, value: value === null ? '' : String(value), unit })

/** What the form shows of `settings`. */
export function toTyped({ idle, max }: PolicySettings): TypedPolicy {
  return { idle: typed(idle), max: typed(max) }
}

/** What stands in the form, by the names of its fields. */
export function readFields(text: (name: string) => string | undefined): TypedPolicy {
  const read = (kind: PolicyKind): TypedSetting => ({
    enabled: text(`${kind}Enabled`) === 'on',
    value: text(`${kind}Value`) ?? '',
    unit: readPolicyUnit(text(`${kind}Unit`)) ?? 'days',
  })
  return { idle: read('idle'), max: read('max') }
}

function meant({ enabled, value, unit }: TypedSetting): PolicySetting {
  const number = parseWhole(value)
  return { enabled, value: Number.isNaN(number) ? null : number, unit }
}

/** The settings that were typed, whether they can be had or not. */
export function toSettings({ idle, max }: TypedPolicy): PolicySettings {
  return { idle: meant(idle), max: meant(max) }
}

const problem = ({ enabled, value, unit }: TypedSetting) => limitProblem({ enabled, value: parseWhole(value), unit })

/** Why each can't be saved, or null. */
export function problemsOf({ idle, max }: TypedPolicy): Record<PolicyKind, ErrorCode | null> {
  return { idle: problem(idle), max: problem(max) }
}

/** Whether the same stands in both, to the letter. */
export function isTypedAlike(one: TypedPolicy, other: TypedPolicy): boolean {
  return POLICY_KINDS.every((kind) => one[kind].enabled === other[kind].enabled && one[kind].value === other[kind].value && one[kind].unit === other[kind].unit)
}
