import { timingSafeEqual } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'

/** What every authenticator app understands, and most of them nothing else. */
const ALGORITHM = 'SHA1'
const DIGITS = 6
const STEP_SECONDS = 30
/** Steps that a device's clock may be off, to either side. */
const WINDOW = 1

/** Who an authenticator app says that the code is for. */
const ISSUER = 'Tokenward'

/** Bytes of a device's secret: as long as the digest, RFC 4226 §4. */
export const TOTP_SECRET_BYTES = 20

/** `bytes` as a device takes them: base32. */
export function formatTotpSecret(bytes: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** What the QR code says to an authenticator app: whose device, and how it makes its codes. */
export function totpUri(secret: string, email: string): string {
  const device = new TOTP({ issuer: ISSUER, label: email, algorithm: ALGORITHM, digits: DIGITS, period: STEP_SECONDS, secret })
  return device.toString()
}

/** The 30-second step that `at` lies in, counted from 1970. */
export function totpStep(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / STEP_SECONDS)
}

/** The code that a device with this secret shows during `step`. */
export function totpCode(secret: string, step: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(secret), algorithm: ALGORITHM, digits: DIGITS, counter: step })
}

/** Whether `text` has the form of a device's code. Apps show it in two groups, and people type it so. */
export function readTotpCode(text: string): string | null {
  const code = text.replace(/[\s-]/gu, '')
  return /^[0-9]{6}$/.test(code) ? code : null
}

/**
 * The steps that `code` is right for: the one at `now`, and one before and after it, since clocks differ. Several,
 * where chance gave them one code.
 *
 * @param code six digits, see readTotpCode
 * @see RFC 6238 §5.2
 */
export function matchingSteps(secret: string, code: string, now: Date): number[] {
  const middle = totpStep(now)
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_each, at) => middle - WINDOW + at)
  // All of them, whichever is right: how long it takes tells nothing.
  return steps.filter((step) => step >= 0 && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)))
}
