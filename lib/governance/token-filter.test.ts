import { describe, expect, it } from 'vitest'
import { isNarrowed, readFilter, WHOLE_LIST, type TokenFilter } from './token-filter'

const read = (texts: Partial<Record<keyof TokenFilter, string>>) => readFilter((name) => texts[name] ?? '')
const ID = '01900000-0000-7000-8000-000000000003'

describe('readFilter', () => {
  it.each<[keyof TokenFilter, string, unknown]>([
    ['search', '  nightly ', 'nightly'],
    ['search', `tw_${'a'.repeat(71)}`, ''],
    ['search', `my token: tw_abc`, ''],
    ['token', ID, ID],
    ['token', 'none', 'none'],
    ['token', 'x', null],
    ['status', 'revoked', 'revoked'],
    ['status', 'REVOKED', null],
    ['violation', 'idle', 'idle'],
    ['violation', 'none', null],
    ['user', ID, ID],
    ['user', `${ID}' OR 1`, null],
    ['role', 'org_owner', 'org_owner'],
    ['role', 'all', 'all'],
    ['role', 'external/warehouse/reader', 'external/warehouse/reader'],
    ['role', 'root', null],
    ['expires', '30', 30],
    ['expires', '1827', 1827],
    ['expires', '1828', null],
    ['expires', '0', null],
    ['expires', '-1', null],
    ['expires', '1e2', null],
    ['expires', '007', null],
    ['expires', 'never', 'never'],
    ['expires', 'ever', null],
    ['unused', 'ever', 'ever'],
    ['unused', '90', 90],
    ['unused', 'never', null],
  ])('%s: %s', (name, text, value) => {
    expect(read({ [name]: text })).toEqual({ ...WHOLE_LIST, [name]: value })
  })

  it('reads nothing as the whole list', () => {
    expect(read({})).toEqual(WHOLE_LIST)
    expect(isNarrowed(read({}))).toBe(false)
    expect(isNarrowed(read({ unused: '1' }))).toBe(true)
  })
})
