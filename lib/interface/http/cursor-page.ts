import { z } from 'zod'
import { placeOf, type Place } from '../cursor'
import { HttpRefusal } from './answering'
import { pageQuery } from './paged'

/** Rows of a page. */
const USUAL = 50
const MOST = 200

/** What of a query asks for a page of a list that goes on from cursor to cursor. */
export const CURSOR_QUERY = {
  pageLimit: pageQuery({ usual: USUAL, most: MOST }).shape.pageLimit,
  cursor: z.string().max(4_096).optional().meta({ description: 'nextCursor or prevCursor of an earlier page; none: the first page' }),
} as const

/** A page of a list that goes on from cursor to cursor. */
export function cursorPageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    results: z.array(row),
    totalResults: z.int().min(0),
    nextCursor: z.string().nullable().meta({ description: 'Null on the last page' }),
    prevCursor: z.string().nullable().meta({ description: 'Null on the first page' }),
  })
}

/**
 * The place that a query asks for. A person with a damaged address is shown the first page; a program would go round
 * in circles.
 *
 * @param isReadable whether the list can read a place
 * @throws {HttpRefusal} 400
 */
export function requirePlace(cursor: string | undefined, isReadable: (place: string) => boolean): Place {
  const place = placeOf(cursor)
  const text = place?.after ?? place?.before
  if (!place || (text !== undefined && !isReadable(text))) throw new HttpRefusal(400, 'invalid_request', 'cursor: is none of this list')
  return place
}
