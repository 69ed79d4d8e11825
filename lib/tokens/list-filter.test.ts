import { describe, expect, it } from 'vitest'
import { holdsSecret, isFiltered, MAX_SEARCH_LENGTH, readSearch, readView } from './list-filter'

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

  it.each([49, 14, 1])('keeps nothing of the %i characters of a secret that were pasted', (length) => {
    const pasted = `token=tw_${'o'.repeat(22)}_${'x'.repeat(length)}`
    expect(holdsSecret(pasted)).toBe(true)
    expect(readSearch(pasted)).toBe(`token=tw_${'o'.repeat(22)}_`)
    expect(holdsSecret(readSearch(pasted))).toBe(false)
  })

  it.each([undefined, '', 'tw_', 'tw_backup', ['nightly']])('takes %j for no secret', (text) => {
    expect(holdsSecret(text)).toBe(false)
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
