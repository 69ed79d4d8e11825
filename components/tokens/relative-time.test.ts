import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time'

const NOW = new Date('2026-11-22T13:05:00Z')

function said(then: string, locale = 'en-GB', timeZone = 'Europe/Rome') {
  return relativeTime(new Date(then), NOW, locale, timeZone)
}

describe('relativeTime', () => {
  it('says minutes below an hour', () => {
    expect(said('2026-11-22T13:01:00Z')).toBe('4 minutes ago')
  })

  it('says now below a minute', () => {
    expect(said('2026-11-22T13:04:30Z')).toBe('now')
  })

  it('says hours below a day, across midnight too', () => {
    expect(said('2026-11-21T17:40:00Z')).toBe('19 hours ago')
  })

  it('counts calendar days of the reader, not periods of 24 hours', () => {
    expect(said('2026-11-20T22:30:00Z')).toBe('2 days ago')
    expect(said('2026-11-20T23:30:00Z')).toBe('yesterday')
  })

  it('knows the days that a language has a word for', () => {
    expect(said('2026-11-24T13:05:00Z', 'de')).toBe('übermorgen')
  })

  it('says months rather than next year', () => {
    expect(said('2028-01-14T00:00:00Z')).toBe('in 14 months')
    expect(said('2026-12-27T13:05:00Z', 'de')).toBe('in 1 Monat')
  })

  it('says years from two on', () => {
    expect(said('2023-11-01T00:00:00Z', 'it')).toBe('3 anni fa')
  })
})
