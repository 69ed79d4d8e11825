/** How many there are. Large numbers are not counted to the end: then it is what was counted earlier, or at least so many. */
export type Total = { count: number; precision: 'exact' | 'about' | 'at_least' }

/** What counting up to `most` and one more has found. */
export function countedTo(most: number, count: number): Total {
  return count > most ? { count: most, precision: 'at_least' } : { count, precision: 'exact' }
}

/** A total beside rows that are shown: what is seen counts, whatever was counted a moment before or after. */
export function withSeen(total: Total, seen: number): Total {
  return { ...total, count: Math.max(total.count, seen) }
}
