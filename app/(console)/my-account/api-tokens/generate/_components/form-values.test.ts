import { describe, expect, it } from 'vitest'
import { tokenForm } from '@/server/testing/token-form'
import { addTtl } from '@/lib/time'
import { tryTtl } from '@/lib/tokens/token-ttl'
import { parseWhole } from '@/lib/tokens/whole-number'
import { fittingReminder, resolverFor, type Values } from './form-values'

const NOW = new Date('2026-11-22T13:05:00Z')

const values: Values = tokenForm({ orgId: '0199d3c4-6f0e-7b7a-9f55-0d6d5d3f3b11' })

async function complaint(changes: Partial<Values>) {
  const { errors } = await resolverFor(null, NOW)({ ...values, ...changes }, undefined, { fields: {}, shouldUseNativeValidation: false })
  return errors
}

describe('what is typed as a length', () => {
  it.each([
    ['1', 1],
    [' 30 ', 30],
    ['007', 7],
  ])('counts: %j', (typed, value) => {
    expect(parseWhole(typed)).toBe(value)
  })

  it.each([
    ['', 'errors.ttl_required'],
    ['  ', 'errors.ttl_required'],
    ['abc', 'errors.ttl_not_whole'],
    ['1,5', 'errors.ttl_not_whole'],
    ['1.5', 'errors.ttl_not_whole'],
    ['0x10', 'errors.ttl_not_whole'],
    ['1e2', 'errors.ttl_not_whole'],
    ['-1', 'errors.ttl_too_short'],
    ['−1', 'errors.ttl_too_short'],
    ['-0.5', 'errors.ttl_not_whole'],
    ['--1', 'errors.ttl_not_whole'],
    ['-99999999999999999999', 'errors.ttl_too_short'],
    ['3 days', 'errors.ttl_not_whole'],
    ['0', 'errors.ttl_too_short'],
    ['99999999999999999999', 'errors.ttl_too_long'],
  ])('is refused: %j with %s', async (typed, message) => {
    expect(await complaint({ ttlValue: parseWhole(typed) })).toMatchObject({ ttlValue: { message } })
  })

  it('does not matter to a token that never expires', async () => {
    expect(await complaint({ ttlValue: NaN, ttlUnit: 'never' })).toEqual({})
  })
})

describe('fittingReminder', () => {
  const lives = (days: number) => ({ expiresAt: addTtl(NOW, { value: days, unit: 'days' }) })

  it('is the one wished for where that comes before the expiry', () => {
    expect(fittingReminder(30, lives(31), NOW)).toBe(30)
  })

  it('is the longest shorter one that comes before the expiry', () => {
    expect(fittingReminder(30, lives(30), NOW)).toBe(7)
    expect(fittingReminder(7, lives(5), NOW)).toBe(3)
  })

  it('is none for a token that expires too soon, or never', () => {
    expect(fittingReminder(7, lives(3), NOW)).toBe(0)
    expect(fittingReminder(7, { expiresAt: null }, NOW)).toBe(0)
  })

  it('stays as wished while nobody knows when the token expires', () => {
    expect(fittingReminder(7, tryTtl({ value: NaN, unit: 'days' }, null, NOW), NOW)).toBe(7)
  })
})
