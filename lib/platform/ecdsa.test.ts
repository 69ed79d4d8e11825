import { generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJoinedSignature } from './ecdsa'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** `number` as DER writes a positive integer. */
function derInteger(number: bigint): Buffer {
  const hex = number.toString(16)
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  const padded = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
  return Buffer.concat([Buffer.of(0x02, padded.length), padded])
}

function der(r: bigint, s: bigint): Buffer {
  const numbers = Buffer.concat([derInteger(r), derInteger(s)])
  return Buffer.concat([Buffer.of(0x30, numbers.length), numbers])
}

describe('toJoinedSignature', () => {
  it('keeps what was signed valid', () => {
    for (let round = 0; round < 300; round += 1) {
      const data = Buffer.from(`text ${round}`)
      expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, toJoinedSignature(sign('sha256', data, privateKey)))).toBe(true)
    }
  })

  it('puts both numbers at the end of their 32 bytes, however short they are', () => {
    const number = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 256n - 1n }), fc.bigInt({ min: 1n, max: 2n ** 20n }))
    fc.assert(
      fc.property(number, number, (r, s) => {
        expect(toJoinedSignature(der(r, s)).toString('hex')).toBe(r.toString(16).padStart(64, '0') + s.toString(16).padStart(64, '0'))
      }),
    )
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a signature cut off', der(1n, 2n ** 255n).subarray(0, -1)],
    ['more behind it', Buffer.concat([der(1n, 1n), Buffer.of(0)])],
    ['a number of another curve', der(2n ** 383n, 1n)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => toJoinedSignature(bytes)).toThrow(RangeError)
  })
})
