const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = 62n

/**
 * `bytes` as one big-endian number in base 62, left-padded to `length` digits.
 *
 * One number in one notation: uniformly random bytes give uniformly random texts, without bias.
 *
 * @throws {RangeError} if the number needs more digits
 */
export function encodeBase62(bytes: Uint8Array, length: number): string {
  let rest = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
  let text = ''
  for (; rest > 0n; rest /= BASE) text = DIGITS.charAt(Number(rest % BASE)) + text
  if (text.length > length) throw new RangeError(`${bytes.length} bytes do not fit into ${length} base62 digits`)
  return text.padStart(length, '0')
}

/** Digits that make a number which JavaScript still counts exactly without BigInt. */
const EXACT = 8

/** The number that at most `EXACT` digits stand for; NaN where one is none. */
function readDigits(digits: string): number {
  let number = 0
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit)
    if (value < 0) return Number.NaN
    number = number * 62 + value
  }
  return number
}

/** The reverse of encodeBase62: `length` bytes, or null if `text` is not base62 or stands for a larger number. */
export function decodeBase62(text: string, length: number): Uint8Array | null {
  let number = 0n
  for (let at = 0; at < text.length; at += EXACT) {
    const digits = text.slice(at, at + EXACT)
    const value = readDigits(digits)
    if (Number.isNaN(value)) return null
    number = number * BASE ** BigInt(digits.length) + BigInt(value)
  }
  const hex = number.toString(16).padStart(2 * length, '0')
  return hex.length > 2 * length ? null : new Uint8Array(Buffer.from(hex, 'hex'))
}
