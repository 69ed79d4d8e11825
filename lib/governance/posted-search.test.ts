import { describe, expect, it } from 'vitest'
import { NEWEST_FIRST } from './list-address'
import { postedSearchSchema } from './posted-search'
import { WHOLE_LIST } from './token-filter'

describe('postedSearchSchema', () => {
  it('reads what was typed, and the view that it was typed in without the search before', () => {
    expect(postedSearchSchema.parse({ q: [' nightly '], status: ['deactivated'], size: ['50'], sort: ['name'], order: ['desc'] })).toMatchObject({
      text: ' nightly ',
      place: { filter: { ...WHOLE_LIST, status: 'deactivated' }, sort: { key: 'name', descending: true }, size: 50 },
    })
  })

  it('takes a form without any of its fields for an empty search', () => {
    expect(postedSearchSchema.parse({})).toMatchObject({ text: '', place: { filter: WHOLE_LIST, sort: NEWEST_FIRST } })
  })
})
