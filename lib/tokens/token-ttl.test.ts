import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { addTtl, KEPT_UNITS, type Ttl } from '../time'
import { grantTtl, isLonger } from './token-ttl'

const now = new Date('2026-11-22T12:00:00.000Z')
const limit = { value: 30, unit: 'days' } as const

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'granted'
}

describe('grantTtl', () => {
  it.each<[string, Ttl | null, typeof limit | null, string]>([
    ['0 days', { value: 0, unit: 'days' }, null, 'ttl_too_short'],
    ['−1 minutes', { value: -1, unit: 'minutes' }, null, 'ttl_too_short'],
    ['half an hour', { value: 0.5, unit: 'hours' }, null, 'ttl_not_whole'],
    ['59 seconds', { value: 59, unit: 'seconds' }, null, 'ttl_too_short'],
    ['60 seconds', { value: 60, unit: 'seconds' }, null, 'granted'],
    ['61 seconds', { value: 61, unit: 'seconds' }, null, 'granted'],
    ['60 months from here in seconds', { value: 1_826 * 86_400, unit: 'seconds' }, null, 'granted'],
    ['a second more than that', { value: 1_826 * 86_400 + 1, unit: 'seconds' }, null, 'ttl_too_long'],
    ['as many seconds as a number holds', { value: Number.MAX_SAFE_INTEGER, unit: 'seconds' }, null, 'ttl_too_long'],
    ['1 minute', { value: 1, unit: 'minutes' }, null, 'granted'],
    ['60 months', { value: 60, unit: 'months' }, null, 'granted'],
    ['61 months', { value: 61, unit: 'months' }, null, 'ttl_too_long'],
    ['1,827 days, longer than 60 months from here', { value: 1_827, unit: 'days' }, null, 'ttl_too_long'],
    ['1,826 days, exactly 60 months from here', { value: 1_826, unit: 'days' }, null, 'granted'],
    ['ten million months', { value: 10_000_000, unit: 'months' }, null, 'ttl_too_long'],
    ['a billion days', { value: 1e9, unit: 'days' }, null, 'ttl_too_long'],
    ['never', null, null, 'granted'],
    ['never, with a limit', null, limit, 'never_expires_not_allowed'],
    ['exactly the limit', { value: 30, unit: 'days' }, limit, 'granted'],
    ['exactly the limit in other units', { value: 720, unit: 'hours' }, limit, 'granted'],
    ['exactly the limit in seconds', { value: 2_592_000, unit: 'seconds' }, limit, 'granted'],
    ['one second above the limit', { value: 2_592_001, unit: 'seconds' }, limit, 'ttl_above_limit'],
    ['one minute above the limit', { value: 43_201, unit: 'minutes' }, limit, 'ttl_above_limit'],
    ['61 months, with a limit below that', { value: 61, unit: 'months' }, limit, 'ttl_above_limit'],
    ['a billion days, with a limit below that', { value: 1e9, unit: 'days' }, limit, 'ttl_above_limit'],
    ['a month of 30 days', { value: 1, unit: 'months' }, limit, 'granted'],
  ])('%s', (_name, ttl, max, outcome) => {
    expect(refusal(() => grantTtl(ttl, max, now))).toBe(outcome)
  })

  it('says 60 months where the limit is longer still', () => {
    expect(refusal(() => grantTtl({ value: 61, unit: 'months' }, { value: 9_999, unit: 'days' }, now))).toBe('ttl_too_long')
  })

  it('judges a month by the days it really has', () => {
    expect(refusal(() => grantTtl({ value: 1, unit: 'months' }, limit, new Date('2026-12-22T12:00:00Z')))).toBe('ttl_above_limit')
  })

  it('grants what was asked, never beyond 60 months or the limit', () => {
    const ttl = fc.record({ value: fc.integer({ min: -10, max: 200_000_000 }), unit: fc.constantFrom(...KEPT_UNITS) })
    fc.assert(
      fc.property(ttl, fc.option(fc.integer({ min: 1, max: 1_827 })), (asked, days) => {
        const max = days === null ? null : ({ value: days, unit: 'days' } as const)
        if (refusal(() => grantTtl(asked, max, now)) !== 'granted') return
        const expiresAt = grantTtl(asked, max, now)
        expect(expiresAt).toEqual(addTtl(now, asked))
        expect(expiresAt?.getTime()).toBeLessThanOrEqual(addTtl(now, { value: 60, unit: 'months' }).getTime())
        if (max) expect(expiresAt?.getTime()).toBeLessThanOrEqual(addTtl(now, max).getTime())
      }),
    )
  })
})

describe('isLonger', () => {
  it.each<[Ttl, Ttl, boolean]>([
    [{ value: 90, unit: 'seconds' }, { value: 1, unit: 'minutes' }, true],
    [{ value: 119, unit: 'seconds' }, { value: 2, unit: 'minutes' }, false],
    [{ value: 1, unit: 'minutes' }, { value: 90, unit: 'seconds' }, false],
    [{ value: 2, unit: 'minutes' }, { value: 90, unit: 'seconds' }, true],
    [{ value: 157_766_401, unit: 'seconds' }, { value: 60, unit: 'months' }, true],
    [{ value: 10_000_001, unit: 'seconds' }, { value: 4, unit: 'months' }, false],
  ])('%o than %o: %s', (one, other, longer) => {
    expect(isLonger(one, other, now)).toBe(longer)
  })
})
