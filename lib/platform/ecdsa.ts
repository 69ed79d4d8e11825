/** Bytes of each of the two numbers of a P-256 signature. */
const SIZE = 32

/** Copies the DER integer at `at` of `der` to the end of the `SIZE` bytes before `end` of `target`; gives back where it ended. */
function copyInteger(der: Buffer, at: number, target: Buffer, end: number): number {
  const [tag, length = 0] = [der[at], der[at + 1]]
  const [first, last] = [at + 2, at + 2 + length]
  // A zero in front keeps a number positive whose highest bit is set; zeros that it does not need are not written.
  if (tag !== 0x02 || length === 0 || length > SIZE + 1 || last > der.length) throw new RangeError('Not a P-256 signature in DER')
  const digits = Math.min(length, SIZE)
  der.copy(target, end - digits, last - digits, last)
  return first + length
}

/**
 * A P-256 signature as JWS wants it, the two numbers side by side, from the DER that OpenSSL makes.
 *
 * Node would do this, too (`dsaEncoding: 'ieee-p1363'`), but takes the key apart anew for it, which costs as much as
 * the signature.
 *
 * @throws {RangeError} where `der` is something else
 * @see RFC 7518 §3.4; RFC 3279 §2.2.3
 */
export function toJoinedSignature(der: Buffer): Buffer {
  const joined = Buffer.alloc(2 * SIZE)
  // SEQUENCE, its length in one byte, and the two integers.
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new RangeError('Not a P-256 signature in DER')
  const middle = copyInteger(der, 2, joined, SIZE)
  if (copyInteger(der, middle, joined, 2 * SIZE) !== der.length) throw new RangeError('Not a P-256 signature in DER')
  return joined
}
