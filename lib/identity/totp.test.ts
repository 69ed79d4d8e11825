import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTotpSecret, matchingSteps, readTotpCode, totpCode, totpStep, totpUri, TOTP_SECRET_BYTES } from './totp'

/** RFC 6238, appendix B: the secret of its table for SHA-1. */
const RFC_SECRET = formatTotpSecret(Buffer.from('12345678901234567890'))

describe('the codes of RFC 6238, appendix B', () => {
  // The last six of the eight digits given there: fewer digits are the same number, cut off.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d s: %s', (seconds, code) => {
    const at = new Date(seconds * 1_000)
    expect(totpCode(RFC_SECRET, totpStep(at))).toBe(code)
    expect(matchingSteps(RFC_SECRET, code, at)).toContain(totpStep(at))
  })
})

const bytes = fc.uint8Array({ minLength: TOTP_SECRET_BYTES, maxLength: TOTP_SECRET_BYTES })
const instants = fc.integer({ min: 0, max: 60_000_000_000 }).map((seconds) => new Date(seconds * 1_000))

describe('a code', () => {
  it('is right one step before and after its own, and no further', () => {
    fc.assert(
      fc.property(bytes, instants, fc.integer({ min: -5, max: 5 }), (secretBytes, at, off) => {
        const secret = formatTotpSecret(secretBytes)
        const step = Math.max(0, totpStep(at) + off)
        const near = Math.abs(step - totpStep(at)) <= 1
        expect(matchingSteps(secret, totpCode(secret, step), at).includes(step)).toBe(near)
      }),
    )
  })

  it('is right for no other step than one of three whose code it is', () => {
    fc.assert(
      fc.property(bytes, instants, fc.integer({ min: 0, max: 999_999 }), (secretBytes, at, guess) => {
        const [secret, code] = [formatTotpSecret(secretBytes), String(guess).padStart(6, '0')]
        const middle = totpStep(at)
        const right = [middle - 1, middle, middle + 1].filter((step) => step >= 0 && totpCode(secret, step) === code)
        expect(matchingSteps(secret, code, at)).toEqual(right)
      }),
    )
  })

  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 012-345 ', '012345'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['١٢٣٤٥٦', null],
    ['', null],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(readTotpCode(typed)).toBe(code)
  })
})

it('tells an authenticator app all that it needs', () => {
  const uri = new URL(totpUri(RFC_SECRET, 'ada+1@example.com'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('Tokenward:ada+1@example.com')
  expect(Object.fromEntries(uri.searchParams)).toEqual({ issuer: 'Tokenward', secret: RFC_SECRET, algorithm: 'SHA1', digits: '6', period: '30' })
})
