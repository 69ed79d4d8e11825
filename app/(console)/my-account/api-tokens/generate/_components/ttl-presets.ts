import type { ChosenTtl } from '@/lib/time'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { tryTtl } from '@/lib/tokens/token-ttl'

export type TtlPreset = { ttl: ChosenTtl; atLimit: boolean; locked: boolean }

const COMMON: readonly ChosenTtl[] = [
  { value: 7, unit: 'days' },
  { value: 30, unit: 'days' },
  { value: 90, unit: 'days' },
  { value: 6, unit: 'months' },
  { value: 365, unit: 'days' },
]

export function sameTtl(one: ChosenTtl | null, other: ChosenTtl | null): boolean {
  return one?.value === other?.value && one?.unit === other?.unit
}

/** Common lengths; the limit among them and marked, and what is above it locked. */
export function presetsFor(limit: TtlLimit | null, now: Date): TtlPreset[] {
  const offered = !limit || COMMON.some((ttl) => sameTtl(ttl, limit)) ? COMMON : [...COMMON, limit]
  const presets = offered.map((ttl) => ({ ttl, atLimit: sameTtl(ttl, limit), locked: 'code' in tryTtl(ttl, limit, now) }))
  return [...presets.filter(({ locked }) => !locked), ...presets.filter(({ locked }) => locked)]
}
