import type { Ttl } from '../time'
import { LONGEST_LIMIT, POLICY_UNITS, type TtlLimit } from './ttl-policy'
import type { TtlPolicy, Violation } from './violation'

/** A token that breaks a limit of the policy asked about, and none by the latest validation. */
export type WouldViolate = {
  id: string
  name: string
  lastFour: string
  user: { name: string; email: string }
  /** As granted; null: never expires. */
  ttl: Ttl | null
  lastUsedAt: Date | null
  /** The later of issue and last use. */
  unusedSince: Date
  violations: Violation[]
}

/** What saving a policy would change, as the next validation will find it. */
export type PolicyPreview = {
  /** When it was looked at. */
  at: Date
  /** Tokens looked at: the live ones, since no other violates anything. */
  total: number
  newlyViolating: number
  /** Users of the newly violating tokens. */
  usersViolating: number
  newlyCompliant: number
  usersCompliant: number
  unchanged: number
  /** Of the newly violating ones: used within the last RECENT_DAYS. */
  recentlyUsed: number
  violatingNow: number
  violatingAfter: number
  /** The first of the newly violating ones, by name. */
  first: WouldViolate[]
}

export const RECENT_DAYS = 7

const MILLISECONDS_IN = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

/** How long something has been unused, in the largest unit of which a whole one has passed; a minute at least. */
export function unusedLength(since: Date, now: Date): TtlLimit {
  const elapsed = now.getTime() - since.getTime()
  const unit = POLICY_UNITS.toReversed().find((one) => elapsed >= MILLISECONDS_IN[one]) ?? 'minutes'
  return { value: Math.max(1, Math.floor(elapsed / MILLISECONDS_IN[unit])), unit }
}

const LETTERS = { m: 'minutes', h: 'hours', d: 'days' } as const
type Letter = keyof typeof LETTERS

const isLetter = (text: string | undefined): text is Letter => text !== undefined && text in LETTERS

function readLimit(text: string | string[] | undefined): TtlLimit | null {
  const [, digits, letter] = /^([1-9]\d{0,6})([mhd])$/.exec(typeof text === 'string' ? text : '') ?? []
  if (!isLetter(letter)) return null
  const limit = { value: Number(digits), unit: LETTERS[letter] }
  return limit.value <= LONGEST_LIMIT[limit.unit] ? limit : null
}

/** The policy that an address asks about, such as `idle=60d&max=off`. What is missing or can't be read is off. */
export function readAskedPolicy(parameters: Record<string, string | string[] | undefined>): TtlPolicy {
  return { idle: readLimit(parameters['idle']), max: readLimit(parameters['max']) }
}

const say = (limit: TtlLimit | null) => (limit ? `${limit.value}${limit.unit.slice(0, 1)}` : 'off')

/** The query of an address that asks about `policy`. */
export function askedPolicyQuery({ idle, max }: TtlPolicy): string {
  return new URLSearchParams({ idle: say(idle), max: say(max) }).toString()
}
