/** Where to go on in a list: behind a place, or, to go back, before one. */
export type Place = { after?: string; before?: string }

const FORWARD = 'n.'
const BACK = 'p.'

/** What a client hands back for the next page and for the one before, each null where there is none. */
export function pageCursors({ next, previous }: { next: string | null; previous: string | null }) {
  return { nextCursor: next && FORWARD + next, prevCursor: previous && BACK + previous }
}

/** The place that a cursor of pageCursors stands for; the top where none is given, null where it is none of ours. */
export function placeOf(cursor: string | undefined): Place | null {
  if (!cursor) return {}
  const rest = cursor.slice(FORWARD.length)
  if (cursor.startsWith(FORWARD)) return { after: rest }
  return cursor.startsWith(BACK) ? { before: rest } : null
}
