import { describe, expect, it } from 'vitest'
import { isTimeZone, listTimeZones } from './time-zones'

const WINTER = new Date('2026-01-15T12:00:00Z')
const SUMMER = new Date('2026-07-15T12:00:00Z')

function labelOf(zone: string, now: Date): string | undefined {
  return listTimeZones(now).flatMap(({ zones }) => zones).find((each) => each.zone === zone)?.label
}

describe('listTimeZones', () => {
  it.each([
    ['Europe/Berlin', WINTER, 'Berlin (UTC+1)'],
    ['Europe/Berlin', SUMMER, 'Berlin (UTC+2)'],
    ['Europe/London', WINTER, 'London (UTC+0)'],
    ['America/St_Johns', WINTER, 'St Johns (UTC−3:30)'],
    ['America/Argentina/Ushuaia', WINTER, 'Ushuaia, Argentina (UTC−3)'],
    ['Asia/Kathmandu', WINTER, 'Kathmandu (UTC+5:45)'],
    ['UTC', WINTER, 'UTC'],
  ])('offers %s at %s as %s', (zone, now, label) => {
    expect(labelOf(zone, now)).toBe(label)
  })

  it('offers each zone once, and only what a choice may be', () => {
    const zones = listTimeZones(WINTER).flatMap((group) => group.zones.map(({ zone }) => zone))
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones.length).toBeGreaterThan(Intl.supportedValuesOf('timeZone').length)
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
  })
})

describe('isTimeZone', () => {
  it.each(['', 'Mars/Olympus', 'europe/berlin', '+01:00', 'Europe/Kiev', '__proto__', 'constructor'])('does not take %j', (text) => {
    expect(isTimeZone(text)).toBe(false)
  })
})
