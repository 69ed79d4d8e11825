import { create } from 'qrcode'

/** Modules of white around it: with less, cameras don't find it on a dark page. */
const QUIET_ZONE = 4

/** A QR code as the path of its dark modules, in a square of `size` modules a side, the white around it included. */
export type QrCode = { size: number; path: string }

/** Draws `text` as a QR code; each run of dark modules in a row is one rectangle. */
export function drawQrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const runs: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      const length = column - start + 1
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`)
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: runs.join('') }
}
