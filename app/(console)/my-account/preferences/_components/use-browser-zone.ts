'use client'

import { useSyncExternalStore } from 'react'

const zoneOf = (timeZone?: string) => new Intl.DateTimeFormat('en', timeZone ? { timeZone } : {}).resolvedOptions().timeZone

function never() {
  return () => undefined
}

const known: { zone?: string | null } = {}

/** Browsers call some zones by other names than the list does; asked, they say which are the same. */
function findAmong(zones: readonly string[]): string | null {
  const here = zoneOf()
  return zones.find((zone) => zone === here) ?? zones.find((zone) => zoneOf(zone) === here) ?? null
}

/** The time zone that this browser is set to, as `zones` call it; null on the server, and where they do not have it. */
export function useBrowserZone(zones: readonly string[]): string | null {
  const read = () => (known.zone === undefined ? (known.zone = findAmong(zones)) : known.zone)
  return useSyncExternalStore(never, read, () => null)
}
