import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTtl, KEPT_UNITS, toTtl, ttlOfSeconds, type Ttl } from './time'

const at = (text: string) => new Date(text)

describe('addTtl', () => {
  it.each<[string, Ttl, string]>([
    ['2026-01-31T10:00:00.000Z', { value: 1, unit: 'months' }, '2026-02-28T10:00:00.000Z'],
    ['2028-01-31T10:00:00.000Z', { value: 1, unit: 'months' }, '2028-02-29T10:00:00.000Z'],
    ['2026-08-31T23:59:59.999Z', { value: 6, unit: 'months' }, '2027-02-28T23:59:59.999Z'],
    ['2024-02-29T00:00:00.000Z', { value: 12, unit: 'months' }, '2025-02-28T00:00:00.000Z'],
    ['2026-12-15T12:00:00.000Z', { value: 60, unit: 'months' }, '2031-12-15T12:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', { value: 1, unit: 'days' }, '2026-03-29T12:00:00.000Z'],
    ['2026-10-25T00:30:00.000Z', { value: 2, unit: 'hours' }, '2026-10-25T02:30:00.000Z'],
    ['2026-12-31T23:59:30.000Z', { value: 61, unit: 'seconds' }, '2027-01-01T00:00:31.000Z'],
    ['2026-12-31T23:59:30.000Z', { value: 1, unit: 'minutes' }, '2027-01-01T00:00:30.000Z'],
  ])('%s plus %o is %s', (from, ttl, end) => {
    expect(addTtl(at(from), ttl).toISOString()).toBe(end)
  })

  const instant = fc.date({ min: at('2000-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z'), noInvalidDate: true })
  const ttl = fc.record({ value: fc.integer({ min: 1, max: 600 }), unit: fc.constantFrom(...KEPT_UNITS) })

  it('is always later, and later still for a longer TTL', () => {
    fc.assert(
      fc.property(instant, ttl, (from, { value, unit }) => {
        const end = addTtl(from, { value, unit })
        expect(end.getTime()).toBeGreaterThan(from.getTime())
        expect(addTtl(from, { value: value + 1, unit }).getTime()).toBeGreaterThan(end.getTime())
      }),
    )
  })

  it('keeps the day of the month, or takes the last there is', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, value) => {
        const end = addTtl(from, { value, unit: 'months' })
        const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
        expect(end.getUTCDate()).toBe(Math.min(from.getUTCDate(), lastDay))
      }),
    )
  })

  it('refuses a length that no date can hold', () => {
    expect(() => addTtl(at('2026-01-01T00:00:00Z'), { value: 1e15, unit: 'days' })).toThrow(RangeError)
  })
})

describe('ttlOfSeconds', () => {
  it.each<[number, Ttl]>([
    [60, { value: 1, unit: 'minutes' }],
    [61, { value: 61, unit: 'seconds' }],
    [90, { value: 90, unit: 'seconds' }],
    [5_400, { value: 90, unit: 'minutes' }],
    [3_599, { value: 3_599, unit: 'seconds' }],
    [7_200, { value: 2, unit: 'hours' }],
    [86_400, { value: 1, unit: 'days' }],
    [86_401, { value: 86_401, unit: 'seconds' }],
    [15_552_000, { value: 180, unit: 'days' }],
  ])('%i is %o', (total, ttl) => {
    expect(ttlOfSeconds(total)).toEqual(ttl)
  })

  it('is exactly as long, and in seconds only where no other unit holds it', () => {
    const start = at('2026-11-22T12:00:00.000Z')
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 60, max: 200_000_000 }), fc.integer({ min: 1, max: 3_000_000 }).map((minutes) => minutes * 60)), (total) => {
        const ttl = ttlOfSeconds(total)
        expect(addTtl(start, ttl).getTime() - start.getTime()).toBe(total * 1_000)
        expect(ttl.unit === 'seconds').toBe(total % 60 !== 0)
        expect(Number.isInteger(ttl.value)).toBe(true)
      }),
    )
  })
})

describe('toTtl', () => {
  const issuedAt = at('2026-11-22T12:00:00.000Z')
  const granted = { issuedAt, expiresAt: at('2026-12-13T12:00:00.000Z') }

  it.each(KEPT_UNITS)('reads %s', (unit) => {
    expect(toTtl({ ttlValue: 90, ttlUnit: unit, ...granted })).toEqual({ value: 90, unit })
  })

  it('is as long as the token was granted where the unit is not known', () => {
    expect(toTtl({ ttlValue: 3, ttlUnit: 'weeks', ...granted })).toEqual({ value: 21, unit: 'days' })
  })

  it('is null for what never expires', () => {
    expect(toTtl({ ttlValue: null, ttlUnit: null, issuedAt, expiresAt: null })).toBeNull()
  })
})
