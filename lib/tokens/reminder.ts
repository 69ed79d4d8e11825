import { DomainError } from '../errors'
import { addTtl } from '../time'

/**
 * The days before `expiresAt` at which its owner is reminded; null: not at all.
 *
 * A token that never expires needs no reminder, so none is refused for it.
 *
 * @param days 0 asks for none
 * @throws {DomainError} reminder_after_expiry where the reminder would be due by `now`
 */
export function planReminder(days: number, expiresAt: Date | null, now: Date): number | null {
  if (days === 0 || expiresAt === null) return null
  if (addTtl(now, { value: days, unit: 'days' }) >= expiresAt) throw new DomainError('reminder_after_expiry', 'reminderDays')
  return days
}

/** Reminders to choose among, the longest first. */
const COMMON_REMINDERS = [30, 7, 3] as const

/**
 * The days of reminder that were wished for, or the longest common reminder below that still comes before
 * `expiresAt`; 0: none.
 */
export function fittingReminder(wish: number, expiresAt: Date | null, now: Date): number {
  const fits = (days: number) => days > 0 && expiresAt !== null && addTtl(now, { value: days, unit: 'days' }) < expiresAt
  return [wish, ...COMMON_REMINDERS.filter((days) => days < wish)].find(fits) ?? 0
}
