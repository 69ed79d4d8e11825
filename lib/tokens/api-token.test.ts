import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { API_TOKEN_LENGTH, API_TOKEN_PATTERN, ENTROPY_BYTES, formatApiToken, lastFourOf, readApiToken } from './api-token'
import { decodeBase62, encodeBase62 } from './base62'

const entropy = fc.uint8Array({ minLength: ENTROPY_BYTES, maxLength: ENTROPY_BYTES })
const org = fc.uuid()

describe('an API token', () => {
  it('has the published form and tells its organization', () => {
    fc.assert(
      fc.property(org, entropy, (orgId, bytes) => {
        const token = formatApiToken(orgId, bytes)
        expect(token).toMatch(API_TOKEN_PATTERN)
        expect(token).toHaveLength(API_TOKEN_LENGTH)
        expect(readApiToken(token)).toEqual({ orgId })
        expect(token.endsWith(lastFourOf(token))).toBe(true)
      }),
    )
  })

  it('is refused when any one character is another', () => {
    const digit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
    fc.assert(
      fc.property(org, entropy, fc.nat({ max: API_TOKEN_LENGTH - 1 }), digit, (orgId, bytes, at, other) => {
        const token = formatApiToken(orgId, bytes)
        fc.pre(token[at] !== other)
        expect(readApiToken(token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
      }),
    )
  })

  it.each(['', 'tw_', 'tw_a_b', ' '.repeat(75), 'x'.repeat(1_000)])('is not %j', (text) => {
    expect(readApiToken(text)).toBeNull()
  })

  it('never repeats a text for other random bytes', () => {
    fc.assert(
      fc.property(org, entropy, entropy, (orgId, one, other) => {
        fc.pre(Buffer.compare(one, other) !== 0)
        expect(formatApiToken(orgId, one)).not.toBe(formatApiToken(orgId, other))
      }),
    )
  })

  it('needs a UUID and 32 random bytes', () => {
    expect(() => formatApiToken('short', new Uint8Array(32))).toThrow(RangeError)
    expect(() => formatApiToken('018f3b6e-0000-7000-8000-000000000000', new Uint8Array(31))).toThrow(RangeError)
  })
})

describe('base62', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(entropy, (bytes) => {
        expect(decodeBase62(encodeBase62(bytes, 43), ENTROPY_BYTES)).toEqual(bytes)
      }),
    )
  })

  it('refuses a number that needs more room', () => {
    expect(() => encodeBase62(new Uint8Array([255, 255]), 2)).toThrow(RangeError)
    expect(decodeBase62('zzz', 1)).toBeNull()
    expect(decodeBase62('a-b', 4)).toBeNull()
  })
})
