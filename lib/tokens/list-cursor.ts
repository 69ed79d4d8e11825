/** Where a page of a list ends, newest first. */
export type ListCursor = { createdAt: Date; id: string }

const FORM = /^(\d{1,15})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** The text of a cursor, for an address. */
export function writeCursor({ createdAt, id }: ListCursor): string {
  return `${createdAt.getTime()}.${id}`
}

/** The cursor that `text` stands for, or null. */
export function readCursor(text: string | undefined): ListCursor | null {
  const match = FORM.exec(text ?? '')
  return match ? { createdAt: new Date(Number(match[1])), id: match[2] ?? '' } : null
}
