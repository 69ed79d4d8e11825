/** The parts of a cursor as text for an address. Whoever gets it need not understand it. */
export function writeCursorText(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** What `text` may hold, to be judged by whoever asked; null where it is no such text, or too long for one. */
export function readCursorText(text: string | undefined, maxLength: number): unknown[] | null {
  if (!text || text.length > maxLength) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : null
  } catch {
    return null
  }
}

/** Whether a part of a cursor can be the number of a row in the whole, counted from 1. */
export function isOrdinal(part: unknown): part is number {
  return typeof part === 'number' && Number.isSafeInteger(part) && part >= 1
}
