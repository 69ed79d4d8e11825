import { createHash } from 'node:crypto'

/** Digits that nobody mistakes for another, after Douglas Crockford: no I, L, O and U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MISTAKEN: Record<string, string> = { I: '1', L: '1', O: '0' }
const LENGTH = 16
const GROUP = 4

/** How many a person gets at once. */
export const RECOVERY_CODE_COUNT = 10
/** Bytes of a recovery code: 80 bits, five to each of 16 digits. */
export const RECOVERY_CODE_BYTES = 10

/**
 * A recovery code as it is shown: `7K3M-…`, four groups of four.
 *
 * @param bytes from a cryptographic random source
 * @throws {RangeError} if there are not ten of them
 */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_CODE_BYTES) throw new RangeError(`A recovery code needs ${RECOVERY_CODE_BYTES} random bytes`)
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const digits = Array.from({ length: LENGTH }, (_each, at) => DIGITS.charAt(Number((number >> BigInt(5 * (LENGTH - 1 - at))) & 31n)))
  return digits.join('').replace(new RegExp(`.{${GROUP}}(?!$)`, 'g'), '$&-')
}

/** The digits of a recovery code, however they were typed: in small letters, with other separators or none. Null: it is none. */
export function readRecoveryCode(text: string): string | null {
  const typed = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const digits = typed.replace(/[ILO]/g, (digit) => MISTAKEN[digit] ?? digit)
  return digits.length === LENGTH && [...digits].every((digit) => DIGITS.includes(digit)) ? digits : null
}

/** What is stored of a recovery code. It is too random to be guessed from a plain digest. */
export function digestRecoveryCode(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(digits).digest())
}
