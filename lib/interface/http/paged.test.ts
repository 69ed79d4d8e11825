import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageAsked, pageLinks, pageQuery } from './paged'

const QUERY = pageQuery({ usual: 20, most: 50 })
const ask = (query: Record<string, string>) => {
  const read = QUERY.safeParse(query)
  return read.success ? pageAsked(read.data) : null
}

describe('a query for a page', () => {
  it.each<[string, Record<string, string>, ReturnType<typeof ask>]>([
    ['says nothing', {}, { start: 1, limit: 20 }],
    ['names both and has a value for neither', { pageStart: '', pageLimit: '' }, { start: 1, limit: 20 }],
    ['asks for a stretch', { pageStart: '21', pageLimit: '10' }, { start: 21, limit: 10 }],
    ['counts from 0', { pageStart: '0' }, { start: 1, limit: 20 }],
    ['asks for too much', { pageLimit: '100000000' }, { start: 1, limit: 50 }],
    ['asks for no row', { pageLimit: '0' }, null],
    ['asks for less than no row', { pageLimit: '-1' }, null],
    ['writes the number as no one counts', { pageLimit: '1e9' }, null],
    ['has a word for a number', { pageLimit: 'abc' }, null],
    ['starts before the list', { pageStart: '-1' }, null],
    ['has a number that is none any more', { pageStart: '9'.repeat(400) }, null],
  ])('%s', (_what, query, asked) => {
    expect(ask(query)).toEqual(asked)
  })
})

describe('links', () => {
  it.each<[string, [number, number, number], [string, string]]>([
    ['the only page', [1, 20, 20], ['', '']],
    ['nothing at all', [1, 20, 0], ['', '']],
    ['the first page', [1, 10, 25], ['/x?pageStart=11&pageLimit=10', '']],
    ['a page within', [11, 10, 25], ['/x?pageStart=21&pageLimit=10', '/x?pageStart=1&pageLimit=10']],
    ['the last page', [21, 10, 25], ['', '/x?pageStart=11&pageLimit=10']],
    ['a page that begins askew', [5, 10, 25], ['/x?pageStart=15&pageLimit=10', '/x?pageStart=1&pageLimit=10']],
    ['behind the end', [900, 10, 25], ['', '/x?pageStart=16&pageLimit=10']],
  ])('of %s', (_what, [start, limit, total], [nextLink, prevLink]) => {
    expect(pageLinks('/x', { start, limit }, total)).toEqual({ totalResults: total, nextLink, prevLink })
  })

  it('lead through the whole list and no row twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 50 }), (total, limit) => {
        const seen: number[] = []
        let page = ask({ pageLimit: String(limit) })
        while (page) {
          const { start } = page
          seen.push(...Array.from({ length: Math.min(limit, total - start + 1) }, (_, at) => start + at))
          const { nextLink } = pageLinks('/x', page, total)
          page = nextLink ? ask(Object.fromEntries(new URL(nextLink, 'http://x').searchParams)) : null
        }
        expect(seen).toEqual(Array.from({ length: total }, (_, at) => at + 1))
      }),
    )
  })
})
