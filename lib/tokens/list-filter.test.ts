import { describe, expect, it } from 'vitest'
import { isFiltered, MAX_SEARCH_LENGTH, readSearch, readView } from './list-filter'

describe('readView', () => {
  it.each([
    ['violations', 'violations'],
    ['not_working', 'not_working'],
    ['', 'all'],
    ['__proto__', 'all'],
    [undefined, 'all'],
    [['working', 'all'], 'all'],
  ])('reads %j as %s', (text, view) => {
    expect(readView(text)).toBe(view)
  })
})

describe('readSearch', () => {
  it.each([
    ['  backup ', 'backup'],
    ['100%_\\', '100%_\\'],
    ['Pru\u0308f', 'Prüf'],
    ['a\u0000b\nc', 'a b c'],
    [['a', 'b'], ''],
    [undefined, ''],
  ])('reads %j as %j', (text, search) => {
    expect(readSearch(text)).toBe(search)
  })

  it('keeps too little of a pasted API token to be of use', () => {
    const secret = 'x'.repeat(43)
    const kept = readSearch(`tw_${'o'.repeat(22)}_${secret}123456`)
    expect(kept.replaceAll(/[^x]/g, '').length).toBeLessThan(secret.length / 2)
  })

  it('stops at the limit, between characters', () => {
    expect(readSearch('😀'.repeat(MAX_SEARCH_LENGTH + 1))).toBe('😀'.repeat(MAX_SEARCH_LENGTH))
  })
})

describe('isFiltered', () => {
  it('is false for the whole list alone', () => {
    expect(isFiltered({ view: 'all', search: '' })).toBe(false)
    expect(isFiltered({ view: 'working', search: '' })).toBe(true)
    expect(isFiltered({ view: 'all', search: 'x' })).toBe(true)
  })
})
