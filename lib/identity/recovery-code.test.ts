import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestRecoveryCode, formatRecoveryCode, readRecoveryCode, RECOVERY_CODE_BYTES } from './recovery-code'

const bytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES })

describe('a recovery code', () => {
  it('is read however it is typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom('', ' ', '-', ' – ', '.'), fc.boolean(), (random, separator, small) => {
        const code = formatRecoveryCode(random)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        const typed = code.replaceAll('-', separator)
        expect(readRecoveryCode(small ? typed.toLowerCase() : typed)).toBe(code.replaceAll('-', ''))
      }),
    )
  })

  it('holds every bit of what it was made of', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(formatRecoveryCode(one) === formatRecoveryCode(other)).toBe(Buffer.compare(one, other) === 0)
      }),
    )
    expect(formatRecoveryCode(new Uint8Array(10))).toBe('0000-0000-0000-0000')
    expect(formatRecoveryCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
  })

  it('forgives letters that look like digits', () => {
    expect(readRecoveryCode('oooo-iiii-llll-0011')).toBe('0000111111110011')
  })

  it.each(['', '123456', 'UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-000', '0000-0000-0000-00000'])('is not %j', (text) => {
    expect(readRecoveryCode(text)).toBeNull()
  })

  it('is made of ten bytes', () => {
    expect(() => formatRecoveryCode(new Uint8Array(9))).toThrow(RangeError)
  })

  it('is stored as a digest', () => {
    expect(digestRecoveryCode('0000000000000000')).toHaveLength(32)
  })
})
