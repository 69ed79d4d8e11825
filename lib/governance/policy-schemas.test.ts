import { describe, expect, it } from 'vitest'
import { submitPolicySchema } from './policy-schemas'

const orgId = '01990000-0000-7000-8000-000000000001'
const posted = { orgId: [orgId], version: ['3'], idleEnabled: ['on'], idleValue: ['90'], idleUnit: ['days'], maxValue: ['365'], maxUnit: ['days'] }

/** The code beside each field that was refused. */
function refused(change: Record<string, string[]>) {
  const { error } = submitPolicySchema.safeParse({ ...posted, ...change })
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('the posted form of both policies', () => {
  it('is read as the settings that it means', () => {
    expect(submitPolicySchema.parse(posted)).toEqual({
      orgId,
      version: 3,
      intent: 'save',
      password: undefined,
      idle: { enabled: true, value: 90, unit: 'days' },
      max: { enabled: false, value: 365, unit: 'days' },
    })
  })

  it('may leave the value of a policy that is off empty', () => {
    expect(submitPolicySchema.parse({ ...posted, maxValue: [''] }).max).toEqual({ enabled: false, value: null, unit: 'days' })
  })

  it.each([
    ['an empty value of one that is on', { idleValue: [''] }, { idleValue: 'errors.policy_value_required' }],
    ['a hexadecimal number', { idleValue: ['0x10'] }, { idleValue: 'errors.policy_value_not_whole' }],
    ['zero', { idleValue: ['0'] }, { idleValue: 'errors.policy_value_too_small' }],
    ['a minus', { maxValue: ['-1'] }, { maxValue: 'errors.policy_value_too_small' }],
    ['one day above the longest', { idleValue: ['1828'] }, { idleValue: 'errors.policy_value_too_large' }],
    ['a number beyond what a computer counts', { idleValue: ['9'.repeat(40)] }, { idleValue: 'errors.policy_value_too_large' }],
    ['both at once', { idleValue: [''], maxValue: ['1.5'] }, { idleValue: 'errors.policy_value_required', maxValue: 'errors.policy_value_not_whole' }],
    ['months, which no limit is set in', { idleUnit: ['months'] }, { idleUnit: 'errors.invalid_input' }],
    ['no version', { version: [''] }, { version: 'errors.invalid_input' }],
    ['no organization', { orgId: [] }, { orgId: 'errors.invalid_input' }],
    ['another button', { intent: ['delete'] }, { intent: 'errors.invalid_input' }],
  ])('is refused with %s', (_what, change, wanted) => {
    expect(refused(change)).toEqual(wanted)
  })
})
