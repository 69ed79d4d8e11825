/** What a device is called whose user did not name it. */
export const DEFAULT_DEVICE_NAME = 'Authenticator'

/** Milliseconds for which a device waits for its first code: its secret lies on a screen all that time. */
const PENDING_MILLISECONDS = 30 * 60 * 1_000

/** Where a passcode is presented. Wrong ones are counted for each by itself. */
export type PasscodePath = 'exchange' | 'console'

/** Wrong passcodes of one person on one path, within this long, that lock the path for as long. */
export const MAX_WRONG_PASSCODES = 5
export const PASSCODE_LOCK_SECONDS = 5 * 60

/** What the encrypted secret of a device is bound to: another person's cannot be passed off as it. */
export function secretPurpose(userId: string): string {
  return `mfa_device:${userId}`
}

/** Whether a device that was started at `createdAt` may still be confirmed. */
export function isStillPending(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < PENDING_MILLISECONDS
}
