import { describe, expect, it } from 'vitest'
import { filteredSpan } from './filtered-span'

const NOW = new Date('2026-11-22T12:00:00Z')
const none = { period: null, from: null, to: null } as const

describe('the time that a filter looks at', () => {
  it.each([
    ['24h', '2026-11-21T12:00:00.000Z'],
    ['7d', '2026-11-15T12:00:00.000Z'],
    ['30d', '2026-10-23T12:00:00.000Z'],
  ] as const)('is the last %s up to now', (period, since) => {
    const span = filteredSpan({ ...none, period }, 'Europe/Rome', NOW)
    expect([span.since?.toISOString(), span.until]).toEqual([since, null])
  })

  it.each([
    ['in winter', 'Europe/Rome', '2026-11-22', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['as long as the day is, when clocks go forward', 'Europe/Rome', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['as long as the day is, when clocks go back', 'Europe/Rome', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['from one o’clock where midnight is left out', 'Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
    ['at the edge of the world', 'Pacific/Kiritimati', '2026-11-22', '2026-11-21T10:00:00.000Z', '2026-11-22T10:00:00.000Z'],
    ['at its other edge', 'Pacific/Pago_Pago', '2026-11-22', '2026-11-22T11:00:00.000Z', '2026-11-23T11:00:00.000Z'],
    ['to the end of the calendar', 'UTC', '2999-12-31', '2999-12-31T00:00:00.000Z', '3000-01-01T00:00:00.000Z'],
  ])('is a day of the reader’s calendar, %s', (_name, zone, day, since, until) => {
    const span = filteredSpan({ ...none, from: day, to: day }, zone, NOW)
    expect([span.since?.toISOString(), span.until?.toISOString()]).toEqual([since, until])
  })

  it('is no time at all on a day that a zone left out', () => {
    const span = filteredSpan({ ...none, from: '2011-12-30', to: '2011-12-30' }, 'Pacific/Apia', NOW)
    expect(span.since).toEqual(span.until)
  })

  it('has no end where none is asked for', () => {
    expect(filteredSpan(none, 'UTC', NOW)).toEqual({ since: null, until: null })
    expect(filteredSpan({ ...none, to: '2026-01-01' }, 'UTC', NOW)).toEqual({ since: null, until: new Date('2026-01-02T00:00:00Z') })
  })
})
