import { z } from 'zod'

/** Which stretch of a list is asked for. `start` is the number of the first row, counted from 1, as clients of the console replaced count. */
export type PageAsked = { start: number; limit: number }

/** More digits than any list has rows. */
const NUMBER = z.string().regex(/^\d{0,9}$/, 'is no whole number')

/**
 * What of a query asks for a page. Clients of the console replaced send a parameter that they have no value for
 * empty, and some count from 0: either means the usual. More than `most` rows is `most`, and `nextLink` tells the rest.
 *
 * @param usual rows of a page unless another number is asked for
 * @param most rows of a page, whatever is asked for
 */
export function pageQuery({ usual, most }: { usual: number; most: number }) {
  return z.object({
    pageStart: NUMBER.optional()
      .transform((text) => Math.max(1, Number(text ?? 1)))
      .meta({ description: 'Number of the first row, counted from 1' }),
    pageLimit: NUMBER.refine((text) => text === '' || Number(text) > 0, 'must be at least 1')
      .optional()
      .transform((text) => Math.min(most, Number(text) || usual))
      .meta({ description: `Rows at most; ${usual} unless said, never more than ${most}` }),
  })
}

/** The page that a query by pageQuery asks for. */
export function pageAsked({ pageStart, pageLimit }: { pageStart: number; pageLimit: number }): PageAsked {
  return { start: pageStart, limit: pageLimit }
}

/** What an answer by pages has beside its rows; a link is empty, never null, where there is no such page. */
const PAGE_LINKS = {
  totalResults: z.int().min(0),
  nextLink: z.string().meta({ description: 'Path and query of the next page; empty on the last' }),
  prevLink: z.string().meta({ description: 'Path and query of the page before; empty on the first' }),
} as const

/** How many there are, and where the pages before and behind the one asked for stand, as paths of `path`. */
export function pageLinks(path: string, { start, limit }: PageAsked, totalResults: number) {
  const link = (from: number) => `${path}?pageStart=${from}&pageLimit=${limit}`
  // Whoever asks from behind the end is led back to the last page.
  const before = Math.max(1, Math.min(start, totalResults + 1) - limit)
  return {
    totalResults,
    nextLink: start + limit <= totalResults ? link(start + limit) : '',
    prevLink: start > 1 ? link(before) : '',
  }
}

/** A page of a list as clients of the console replaced read one. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ results: z.array(row), ...PAGE_LINKS, refLinks: z.array(z.string()) })
}
