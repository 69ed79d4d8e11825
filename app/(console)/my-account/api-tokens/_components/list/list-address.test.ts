import { describe, expect, it } from 'vitest'
import { listAddress, readListAddress } from './list-address'

const WHOLE = { search: '', view: 'all', after: undefined } as const

describe('the address of a part of the list', () => {
  it.each([
    [WHOLE, '/my-account/api-tokens'],
    [{ ...WHOLE, view: 'not_working' as const }, '/my-account/api-tokens?show=not_working'],
    [{ search: '100% & more', view: 'violations' as const, after: '1.a' }, '/my-account/api-tokens?q=100%25+%26+more&show=violations&after=1.a'],
  ])('of %j is %s, and is read back', (place, address) => {
    expect(listAddress(place)).toBe(address)
    expect(readListAddress(Object.fromEntries(new URL(address, 'http://localhost').searchParams))).toEqual(place)
  })

  it('reads what is said twice or makes no sense as not said', () => {
    expect(readListAddress({ q: ['a', 'b'], show: 'everything', after: ['1'] })).toEqual(WHOLE)
  })
})
