import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORG_ROLES } from '../identity/permissions'
import { readSearch } from '../tokens/list-filter'
import { PAGE_SIZES } from '../page-size'
import { GOVERNANCE_PATH, holdsSecret, listAddress, NEWEST_FIRST, placeParameters, readListPlace, SORT_KEYS, type ListPlace } from './list-address'
import { MAX_DAYS, STATUS_FILTERS, VIOLATION_FILTERS, WHOLE_LIST } from './token-filter'

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const days = fc.integer({ min: 1, max: MAX_DAYS })
const cursor = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1, maxLength: 200 })
const place: fc.Arbitrary<ListPlace> = fc
  .record({
    filter: fc.record({
      search: fc.string({ unit: 'grapheme' }).map(readSearch).filter((text) => readSearch(text) === text && !text.includes('tw_')),
      token: maybe(fc.oneof(fc.uuid(), fc.constant('none'))),
      status: maybe(fc.constantFrom(...STATUS_FILTERS)),
      violation: maybe(fc.constantFrom(...VIOLATION_FILTERS)),
      user: maybe(fc.uuid()),
      role: maybe(fc.constantFrom(...ORG_ROLES, 'all', 'external/warehouse/reader')),
      expires: maybe(fc.oneof(days, fc.constantFrom('never', 'expired', 'live'))),
      unused: maybe(fc.oneof(days, fc.constant('ever' as const))),
    }),
    sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
    size: fc.constantFrom(...PAGE_SIZES),
    cursor: fc.option(fc.tuple(fc.constantFrom('after', 'before'), cursor), { nil: null }),
    details: fc.option(fc.uuid(), { nil: undefined }),
  })
  .map(({ cursor: at, ...rest }) => ({ ...rest, after: at?.[0] === 'after' ? at[1] : undefined, before: at?.[0] === 'before' ? at[1] : undefined }))

const whole: ListPlace = { filter: WHOLE_LIST, sort: NEWEST_FIRST, size: 25, after: undefined, before: undefined, details: undefined }

describe('the address of a place in the list', () => {
  it('reads back as the place', () => {
    fc.assert(fc.property(place, (one) => void expect(readListPlace(Object.fromEntries(placeParameters(one)))).toEqual(one)))
  })

  it('is the shortest there is', () => {
    expect(listAddress(whole)).toBe(GOVERNANCE_PATH)
    expect(listAddress({ ...whole, sort: { key: 'created', descending: false }, size: 50 })).toBe(`${GOVERNANCE_PATH}?sort=created&order=asc&size=50`)
  })

  it.each([
    ['what anybody wrote', { sort: 'secret', order: 'up', size: '1000', status: 'gone', expires: 'soon', unknown: 'x' }],
    ['a whole API token', { q: `tw_${'a'.repeat(71)}` }],
    ['a parameter given twice', { status: ['revoked', 'revoked'], q: ['a', 'b'] }],
  ])('leaves out %s', (_name, parameters) => {
    expect(readListPlace(parameters)).toEqual(whole)
  })

  it.each([
    [{ q: `tw_${'a'.repeat(71)}` }, true],
    [{ q: ['a', 'my tw_abc'] }, true],
    [{ who: 'tw_a' }, true],
    [{ details: 'tw_a' }, true],
    [{ q: 'nightly', who: 'tom', after: 'atw_a' }, false],
    [{}, false],
  ])('%j holds a secret: %s', (parameters, holds) => {
    expect(holdsSecret(parameters)).toBe(holds)
  })

  it('goes on from one cursor, not from two', () => {
    expect(readListPlace({ after: 'a', before: 'b' })).toEqual({ ...whole, after: 'a' })
  })
})
