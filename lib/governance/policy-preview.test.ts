import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedPolicyQuery, readAskedPolicy, unusedLength } from './policy-preview'
import { LONGEST_LIMIT, POLICY_UNITS } from './ttl-policy'

const now = new Date('2026-11-22T12:00:00.000Z')

describe('the address that asks about a policy', () => {
  const limit = fc.constantFrom(...POLICY_UNITS).chain((unit) => fc.record({ value: fc.integer({ min: 1, max: LONGEST_LIMIT[unit] }), unit: fc.constant(unit) }))

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.record({ idle: fc.option(limit), max: fc.option(limit) }), (policy) => {
        expect(readAskedPolicy(Object.fromEntries(new URLSearchParams(askedPolicyQuery(policy))))).toEqual(policy)
      }),
    )
  })

  it.each(['', 'off', '0d', '60', 'd', '-1d', '1.5d', '1828d', '43849h', '2630881m', '60s', ' 60d', ['60d', '30d']])('takes %o for off', (text) => {
    expect(readAskedPolicy({ idle: text })).toEqual({ idle: null, max: null })
  })
})

describe('unusedLength', () => {
  it.each([
    [0, { value: 1, unit: 'minutes' }],
    [59 * 60_000, { value: 59, unit: 'minutes' }],
    [60 * 60_000, { value: 1, unit: 'hours' }],
    [86_399_999, { value: 23, unit: 'hours' }],
    [86_400_000 * 74.9, { value: 74, unit: 'days' }],
  ])('%s ms', (elapsed, length) => {
    expect(unusedLength(new Date(now.getTime() - elapsed), now)).toEqual(length)
  })
})
