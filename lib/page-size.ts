/** Rows that a page of a long list may have; the first unless another is asked for. */
export const PAGE_SIZES = [25, 50, 100] as const
export type PageSize = (typeof PAGE_SIZES)[number]

/** The length of a page that `text` of an address asks for. */
export function readPageSize(text: string): PageSize {
  return PAGE_SIZES.find((size) => String(size) === text) ?? PAGE_SIZES[0]
}

/** Says that a form of the browser's own made the address: it names what was left empty, too. */
export const APPLY_PARAMETER = 'apply'
