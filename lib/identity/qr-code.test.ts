import { toString } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { drawQrCode } from './qr-code'

const URI = 'otpauth://totp/Tokenward:ada%40example.com?issuer=Tokenward&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&period=30'

/** The dark modules as `#`, the white around them included. */
function pictureOf({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => ' '))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let column = 0; column < Number(length); column++) {
      const row = rows[Number(y)]
      if (row) row[Number(x) + column] = '#'
    }
  }
  return rows.map((row) => row.join(''))
}

describe('drawing a QR code', () => {
  const picture = pictureOf(drawQrCode(URI))

  it('leaves four white modules on every side', () => {
    const inner = picture.slice(4, -4)
    expect(picture.slice(0, 4).join('') + picture.slice(-4).join('')).toMatch(/^ +$/)
    expect(inner.map((row) => row.slice(0, 4) + row.slice(-4)).join('')).toMatch(/^ +$/)
    expect(inner[0]?.slice(4, 11)).toBe('#######')
  })

  it('shows what its library prints, module for module', async () => {
    const printed = await toString(URI, { type: 'utf8', errorCorrectionLevel: 'M', margin: 4 })
    // Two rows of modules to a line: the upper half of a character, then the lower.
    const rows = printed.split('\n').flatMap((line) => ['█▀', '█▄'].map((dark) => [...line].map((each) => (dark.includes(each) ? '#' : ' ')).join('')))
    expect(picture).toEqual(rows.slice(0, picture.length))
  })
})
