import { expect, it } from 'vitest'
import { TOKEN_KINDS } from './governed-token'
import { isSameFilter, KIND_FILTERS, kindOf } from './kind-filters'
import { WHOLE_LIST } from './token-filter'

it.each(TOKEN_KINDS)('knows %s by its filter, and no narrower one', (kind) => {
  expect(kindOf(KIND_FILTERS[kind])).toBe(kind)
  expect(kindOf({ ...KIND_FILTERS[kind], search: 'a' })).toBeNull()
})

it('takes the whole list for no kind', () => {
  expect(kindOf(WHOLE_LIST)).toBeNull()
  expect(isSameFilter(WHOLE_LIST, { ...WHOLE_LIST })).toBe(true)
})
