/** A row's place in the log. No two rows share one: what happened at the same instant is told apart by its id. */
export type EventCursor = {
  at: Date
  id: string
  /** Its number in the whole, counted from 1, as far as was known then. */
  ordinal: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MAX_TEXT = 200

/** The text of a cursor, for an address. Whoever gets it need not understand it. */
export function writeEventCursor({ at, id, ordinal }: EventCursor): string {
  return Buffer.from(JSON.stringify([at.getTime(), id, ordinal])).toString('base64url')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** Instants that PostgreSQL can read as JavaScript writes them: of years with four digits. */
const isInstant = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Date.UTC(10_000, 0)

/** The cursor that `text` stands for; null where it is damaged. */
export function readEventCursor(text: string | undefined): EventCursor | null {
  const parts = text && text.length <= MAX_TEXT ? parse(text) : null
  if (!Array.isArray(parts) || parts.length !== 3) return null
  const [at, id, ordinal] = parts as unknown[]
  if (!isInstant(at) || typeof id !== 'string' || !UUID.test(id)) return null
  if (typeof ordinal !== 'number' || !Number.isSafeInteger(ordinal) || ordinal < 1) return null
  return { at: new Date(at), id, ordinal }
}
