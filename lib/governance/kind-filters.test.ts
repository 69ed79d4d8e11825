import { expect, it } from 'vitest'
import { TOKEN_KINDS } from './governed-token'
import { isSameFilter, KIND_FILTERS } from './kind-filters'
import { WHOLE_LIST } from './token-filter'

it('tells filters from one another', () => {
  for (const one of TOKEN_KINDS) {
    expect(TOKEN_KINDS.filter((other) => isSameFilter(KIND_FILTERS[one], { ...KIND_FILTERS[other] }))).toEqual([one])
    expect(isSameFilter(KIND_FILTERS[one], { ...KIND_FILTERS[one], search: 'a' })).toBe(false)
  }
  expect(isSameFilter(WHOLE_LIST, { ...WHOLE_LIST })).toBe(true)
})
