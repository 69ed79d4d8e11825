import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDifferences, sayPolicy, toPolicyColumns, toPolicySettings, toTtlPolicy, type PolicySettings } from './policy-settings'
import { POLICY_UNITS } from './ttl-policy'

const on = { enabled: true, value: 30, unit: 'days' } as const
const off = { ...on, enabled: false } as const
const setting = fc.oneof(
  fc.record({ enabled: fc.boolean(), value: fc.integer({ min: 1, max: 1_827 }), unit: fc.constantFrom(...POLICY_UNITS) }),
  fc.constant({ enabled: false, value: null, unit: 'days' } as const),
)
const settings: fc.Arbitrary<PolicySettings> = fc.record({ idle: setting, max: setting })

describe('both policies', () => {
  it('come back from their columns as they were', () => {
    fc.assert(
      fc.property(settings, (both) => {
        expect(toPolicySettings(toPolicyColumns(both))).toEqual(both)
      }),
    )
  })

  it('come to no limit where they are off, whatever value they keep', () => {
    expect(toTtlPolicy({ idle: off, max: on })).toEqual({ idle: null, max: { value: 30, unit: 'days' } })
  })
})

describe('countDifferences', () => {
  it.each([
    ['nothing', on, on, 0],
    ['the switch', on, off, 1],
    ['the number', on, { ...on, value: 31 }, 1],
    ['the unit', on, { ...on, unit: 'hours' }, 1],
    ['number and unit, which are one limit', on, { ...on, value: 31, unit: 'hours' }, 1],
    ['everything', on, { enabled: false, value: null, unit: 'days' }, 2],
    ['the unit of nothing', { ...off, value: null }, { ...off, value: null, unit: 'hours' }, 0],
  ] as const)('%s', (_what, one, other, count) => {
    expect(countDifferences({ idle: one, max: on }, { idle: other, max: on })).toBe(count)
    expect(countDifferences({ idle: on, max: one }, { idle: on, max: other })).toBe(count)
  })
})

describe('sayPolicy', () => {
  it.each([
    [on, '30 days'],
    [{ ...on, value: 1 }, '1 day'],
    [{ ...on, value: 1, unit: 'hours' }, '1 hour'],
    [off, 'off'],
  ] as const)('%o', (one, said) => {
    expect(sayPolicy(one)).toBe(said)
  })
})
