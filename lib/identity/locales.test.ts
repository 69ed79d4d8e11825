import { describe, expect, it } from 'vitest'
import { preferredLocale } from './locales'

describe('preferredLocale', () => {
  it.each([
    ['de-AT,en;q=0.8', 'de'],
    ['fr,it;q=0.5,de;q=0.9', 'de'],
    ['it', 'it'],
    ['de;q=0,it;q=0.1', 'it'],
    ['fr', 'en'],
    ['', 'en'],
    [null, 'en'],
    [';;;,q=,*', 'en'],
  ])('%j prefers %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })
})
