import { z } from 'zod'
import { parseWhole } from '../tokens/whole-number'
import type { PolicySetting } from './policy-settings'
import { limitProblem, POLICY_UNITS } from './ttl-policy'

const unit = z.enum(POLICY_UNITS, 'errors.invalid_input')

/** Both policies as the fields of a form: flat, so that each complaint stands beside its field. `NaN`: nothing was typed. */
const fields = z.strictObject({
  idleEnabled: z.boolean('errors.invalid_input'),
  idleValue: z.union([z.number(), z.nan()], 'errors.policy_value_required'),
  idleUnit: unit,
  maxEnabled: z.boolean('errors.invalid_input'),
  maxValue: z.union([z.number(), z.nan()], 'errors.policy_value_required'),
  maxUnit: unit,
})
type Fields = z.output<typeof fields>

function toSettings({ idleEnabled, idleValue, idleUnit, maxEnabled, maxValue, maxUnit }: Fields): { idle: PolicySetting; max: PolicySetting } {
  const value = (typed: number) => (Number.isNaN(typed) ? null : typed)
  return {
    idle: { enabled: idleEnabled, value: value(idleValue), unit: idleUnit },
    max: { enabled: maxEnabled, value: value(maxValue), unit: maxUnit },
  }
}

function refuseBadLimits(input: Fields, context: z.RefinementCtx): void {
  const idle = limitProblem({ enabled: input.idleEnabled, value: input.idleValue, unit: input.idleUnit })
  const max = limitProblem({ enabled: input.maxEnabled, value: input.maxValue, unit: input.maxUnit })
  if (idle) context.addIssue({ code: 'custom', path: ['idleValue'], message: `errors.${idle}` })
  if (max) context.addIssue({ code: 'custom', path: ['maxValue'], message: `errors.${max}` })
}

const limit = z
  .strictObject({ value: z.number('errors.policy_value_required'), unit })
  .refine(({ value, unit: of }) => limitProblem({ enabled: true, value, unit: of }) === null, 'errors.invalid_input')
  .nullable()

/** What saving would change is asked with the limits that both would come to. */
export const previewPolicySchema = z.strictObject({ idle: limit, max: limit })

/** Beside both policies: the version that the form was made for, the organization, and what was pressed. */
const submitted = fields.extend({
  /** Another window may have switched to another organization since. */
  orgId: z.uuid('errors.invalid_input'),
  version: z.int('errors.invalid_input').min(1, 'errors.invalid_input').max(2_147_483_646, 'errors.invalid_input'),
  /** Before JavaScript there is a button that only shows what saving would change. */
  intent: z.enum(['save', 'preview'], 'errors.invalid_input'),
  /** Before JavaScript the form itself asks for it, where the sign-in was long ago. */
  password: z.string('errors.invalid_input').max(1_024, 'errors.wrong_password').optional(),
})

export const submitPolicySchema = z.preprocess(
  readPosted,
  submitted.superRefine(refuseBadLimits).transform(({ orgId, version, intent, password, ...input }) => ({ orgId, version, intent, password, ...toSettings(input) })),
)

/** Names of the fields that may be shown again. */
export const SHOWN_POLICY_FIELDS = ['idleEnabled', 'idleValue', 'idleUnit', 'maxEnabled', 'maxValue', 'maxUnit', 'version'] as const

/** The form as it is posted: each field with the texts that it holds. What is missing is left for the schema to refuse. */
function readPosted(posted: unknown) {
  const texts = posted as Partial<Record<string, string[]>>
  const text = (name: string) => texts[name]?.[0]
  const number = (name: string) => parseWhole(text(name) ?? '')
  return {
    idleEnabled: text('idleEnabled') === 'on',
    idleValue: number('idleValue'),
    idleUnit: text('idleUnit'),
    maxEnabled: text('maxEnabled') === 'on',
    maxValue: number('maxValue'),
    maxUnit: text('maxUnit'),
    orgId: text('orgId'),
    version: number('version'),
    intent: text('intent') ?? 'save',
    password: text('password') || undefined,
  }
}
