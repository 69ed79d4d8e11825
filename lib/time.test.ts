import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTtl, TTL_UNITS, type Ttl } from './time'

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
    ['2026-12-31T23:59:30.000Z', { value: 1, unit: 'minutes' }, '2027-01-01T00:00:30.000Z'],
  ])('%s plus %o is %s', (from, ttl, end) => {
    expect(addTtl(at(from), ttl).toISOString()).toBe(end)
  })

  const instant = fc.date({ min: at('2000-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z'), noInvalidDate: true })
  const ttl = fc.record({ value: fc.integer({ min: 1, max: 600 }), unit: fc.constantFrom(...TTL_UNITS) })

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
