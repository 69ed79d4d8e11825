import { z } from 'zod'
import { INSTANT } from '../../tokens/http/own-token-shape'
import type { PolicySetting, PolicySettings } from '../policy-settings'
import type { SavedPolicy } from '../queries/find-policy-settings'
import { limitProblem, POLICY_UNITS, type PolicyUnit } from '../ttl-policy'

const UNITS = { minutes: 'MINUTES', hours: 'HOURS', days: 'DAYS' } as const satisfies Record<PolicyUnit, string>
const UNIT_NAMES = ['MINUTES', 'HOURS', 'DAYS'] as const

const POLICY = z
  .object({ enabled: z.boolean(), value: z.int().nullable().meta({ description: 'Kept while the policy is off; null: none was ever set' }), unit: z.enum(UNIT_NAMES) })
  .meta({ id: 'TtlPolicy' })

export const POLICIES = z
  .object({
    idleTokenTtl: POLICY,
    maxTokenTtl: POLICY,
    version: z.int().meta({ description: 'PUT needs the one that was read' }),
    updatedAt: INSTANT,
    updatedBy: z.string().nullable().meta({ description: 'Name of who saved them last; null: nobody has yet' }),
  })
  .meta({ id: 'TokenPolicies' })

const toShape = ({ enabled, value, unit }: PolicySetting) => ({ enabled, value, unit: UNITS[unit] })

/** Both policies as they are told. */
export function policiesShape({ idle, max, version, savedAt, savedBy }: SavedPolicy): z.input<typeof POLICIES> {
  return { idleTokenTtl: toShape(idle), maxTokenTtl: toShape(max), version, updatedAt: savedAt.getTime(), updatedBy: savedBy?.name ?? null }
}

/** A policy as it is sent. A value is needed while it is on. */
const WANTED = z
  .object({
    enabled: z.boolean(),
    value: z.number('errors.policy_value_required').nullish().meta({ examples: [90] }),
    unit: z.enum(UNIT_NAMES).optional().meta({ examples: ['DAYS'], description: 'DAYS unless another is said' }),
  })
  .superRefine(({ enabled, value, unit }, context) => {
    const problem = limitProblem({ enabled, value: value ?? Number.NaN, unit: toUnit(unit) })
    if (problem) context.addIssue({ code: 'custom', path: ['value'], message: `errors.${problem}` })
  })

const toUnit = (name: (typeof UNIT_NAMES)[number] | undefined): PolicyUnit => POLICY_UNITS.find((unit) => UNITS[unit] === name) ?? 'days'

/** Both policies as they are asked about. What else an answer of ours has is ignored, so that it may be sent back changed. */
export const ASKED_POLICIES = z.object({ idleTokenTtl: WANTED, maxTokenTtl: WANTED })

/** Both policies as they are saved. */
export const WANTED_POLICIES = ASKED_POLICIES.extend({ version: z.int().min(1).max(2_147_483_646).meta({ description: 'As it was read' }) })

const toSetting = ({ enabled, value, unit }: z.output<typeof WANTED>): PolicySetting => ({ enabled, value: value ?? null, unit: toUnit(unit) })

/** Both as they are set. */
export function toSettings({ idleTokenTtl, maxTokenTtl }: z.output<typeof ASKED_POLICIES>): PolicySettings {
  return { idle: toSetting(idleTokenTtl), max: toSetting(maxTokenTtl) }
}
