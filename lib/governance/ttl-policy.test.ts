import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTtl } from '../time'
import { limitProblem, LONGEST_LIMIT, POLICY_UNITS, toTtlLimit } from './ttl-policy'

const START = new Date('2026-11-22T12:00:00.000Z')
const unit = fc.constantFrom(...POLICY_UNITS)
const lengthOf = (value: number, of: (typeof POLICY_UNITS)[number]) => addTtl(START, { value, unit: of }).getTime() - START.getTime()

describe('limitProblem', () => {
  it.each([
    [true, 1, 'minutes', null],
    [true, 0, 'minutes', 'policy_value_too_small'],
    [true, -5, 'days', 'policy_value_too_small'],
    [true, 1_827, 'days', null],
    [true, 1_828, 'days', 'policy_value_too_large'],
    [true, 43_848, 'hours', null],
    [true, 43_849, 'hours', 'policy_value_too_large'],
    [true, 2_630_880, 'minutes', null],
    [true, 2_630_881, 'minutes', 'policy_value_too_large'],
    [true, 0.5, 'days', 'policy_value_not_whole'],
    [true, NaN, 'days', 'policy_value_required'],
    [false, NaN, 'days', null],
    [false, 0, 'days', 'policy_value_too_small'],
    [false, 1_828, 'days', 'policy_value_too_large'],
  ] as const)('on: %s, %s %s: %s', (enabled, value, of, problem) => {
    expect(limitProblem({ enabled, value, unit: of })).toBe(problem)
  })

  it('allows exactly what is a minute at least and 1,827 days at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 3_000_000 }), unit, (value, of) => {
        const fits = lengthOf(value, of) >= lengthOf(1, 'minutes') && lengthOf(value, of) <= lengthOf(1_827, 'days')
        expect(limitProblem({ enabled: true, value, unit: of }) === null).toBe(fits)
      }),
    )
  })

  it('knows one and the same longest limit in every unit', () => {
    for (const of of POLICY_UNITS) expect(lengthOf(LONGEST_LIMIT[of], of)).toBe(lengthOf(1_827, 'days'))
  })
})

describe('toTtlLimit', () => {
  it.each([
    [true, 30, 'days', { value: 30, unit: 'days' }],
    [false, 30, 'days', null],
    [true, null, null, null],
    [true, 30, 'months', null],
  ] as const)('on: %s, %s %s', (enabled, value, of, limit) => {
    expect(toTtlLimit(enabled, value, of)).toEqual(limit)
  })
})
