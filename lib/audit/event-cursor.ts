import { isOrdinal, readCursorText, writeCursorText } from '../cursor-text'
import { isUuid } from '../uuid'

/** A row's place in the log. No two rows share one: what happened at the same instant is told apart by its id. */
export type EventCursor = {
  at: Date
  id: string
  /** Its number in the whole, counted from 1, as far as was known then. */
  ordinal: number
}

const MAX_TEXT = 200

/** The text of a cursor, for an address. */
export function writeEventCursor({ at, id, ordinal }: EventCursor): string {
  return writeCursorText([at.getTime(), id, ordinal])
}

/** Instants that PostgreSQL can read as JavaScript writes them: of years with four digits. */
const isInstant = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Date.UTC(10_000, 0)

/** The cursor that `text` stands for; null where it is damaged. */
export function readEventCursor(text: string | undefined): EventCursor | null {
  const parts = readCursorText(text, MAX_TEXT)
  if (parts?.length !== 3) return null
  const [at, id, ordinal] = parts
  if (!isInstant(at) || typeof id !== 'string' || !isUuid(id)) return null
  return isOrdinal(ordinal) ? { at: new Date(at), id, ordinal } : null
}
