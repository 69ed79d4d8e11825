import { isOrdinal, readCursorText, writeCursorText } from '../cursor-text'
import { isUuid } from '../uuid'

/** A place in a person's tokens, newest first, with its number in the whole, counted from 1, as far as was known then. */
export type OwnTokenCursor = { createdAt: Date; id: string; ordinal: number }

const MAX_TEXT = 200
/** Milliseconds; beyond them there is no date that PostgreSQL and a computer both hold. */
const LATEST = 8_640_000_000_000_000

/** The text of a cursor. */
export function writeOwnTokenCursor({ createdAt, id, ordinal }: OwnTokenCursor): string {
  return writeCursorText([createdAt.getTime(), id, ordinal])
}

/** The cursor that `text` stands for; null where it is none. */
export function readOwnTokenCursor(text: string | undefined): OwnTokenCursor | null {
  const parts = readCursorText(text, MAX_TEXT)
  if (parts?.length !== 3) return null
  const [milliseconds, id, ordinal] = parts
  if (typeof milliseconds !== 'number' || !Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds > LATEST / 100) return null
  return typeof id === 'string' && isUuid(id) && isOrdinal(ordinal) ? { createdAt: new Date(milliseconds), id, ordinal } : null
}
