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

/** The reverse of encodeBase62: `length` bytes, or null if `text` is not base62 or stands for a larger number. */
export function decodeBase62(text: string, length: number): Uint8Array | null {
  let rest = 0n
  for (const digit of text) {
    const value = DIGITS.indexOf(digit)
    if (value < 0) return null
    rest = rest * BASE + BigInt(value)
  }
  const bytes = new Uint8Array(length)
  for (let at = length - 1; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 0xffn)
  return rest === 0n ? bytes : null
}
