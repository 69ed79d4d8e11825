/** Cities that have another name today than in the list that runtimes bring. Both are understood everywhere. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** What stands where a person has chosen no zone. No runtime lists it. */
const UTC = 'UTC'

const ZONES: readonly string[] = [UTC, ...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone)]
const KNOWN: ReadonlySet<string> = new Set(ZONES)

/** Whether `text` is the IANA name of a time zone that can be chosen here. */
export function isTimeZone(text: string): boolean {
  return KNOWN.has(text)
}

/** Minutes by which the clocks of `zone` are ahead of UTC at `now`. */
function offsetOf(zone: string, now: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now)
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.trunc(size / 60)}${rest}`
}

/** Regions of the IANA names, as they stand before the first slash. */
const REGIONS = ['Africa', 'America', 'Antarctica', 'Arctic', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'] as const
type Region = (typeof REGIONS)[number]

/** A zone to choose: its place first, so that typing a city finds it in a list. */
type TimeZoneChoice = { zone: string; label: string }

function choiceOf(zone: string, now: Date): TimeZoneChoice {
  const place = zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ')
  return { zone, label: place ? `${place} (${writeOffset(offsetOf(zone, now))})` : zone }
}

/** Null: UTC, which is nowhere. */
export type TimeZoneGroup = { region: Region | null; zones: TimeZoneChoice[] }

/** Every zone that can be chosen, by region and in order of place, with the offset that it has at `now`; UTC alone first. */
export function listTimeZones(now: Date): TimeZoneGroup[] {
  const byRegion = REGIONS.map((region) => {
    const zones = ZONES.filter((zone) => zone.startsWith(`${region}/`)).map((zone) => choiceOf(zone, now))
    return { region, zones: zones.sort((a, b) => a.label.localeCompare(b.label, 'en')) }
  })
  return [{ region: null, zones: [choiceOf(UTC, now)] }, ...byRegion]
}
