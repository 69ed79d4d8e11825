import { describe, expect, it } from 'vitest'
import { activateTokensSchema, changeMatchingSchema, deactivateTokensSchema } from './schemas'

const id = () => crypto.randomUUID()
const input = (change: object = {}) => ({ tokenIds: [id()], reason: 'other', note: '', ...change })
const codesOf = (change: object) => deactivateTokensSchema.safeParse(input(change)).error?.issues.map(({ message }) => message) ?? []

describe('what deactivating takes', () => {
  it.each([
    [{ tokenIds: [] }, 'errors.invalid_input'],
    [{ tokenIds: ['x'] }, 'errors.invalid_input'],
    [{ tokenIds: Array.from({ length: 1_001 }, id) }, 'errors.selection_too_large'],
    [{ reason: undefined }, 'errors.reason_required'],
    [{ reason: 'mood' }, 'errors.reason_required'],
    [{ note: '😀'.repeat(501) }, 'errors.note_too_long'],
    [{ note: 'x'.repeat(5_000) }, 'errors.note_too_long'],
    [{ note: 'a\u0007b' }, 'errors.note_characters'],
    [{ note: 'a\u202Eb' }, 'errors.note_characters'],
    [{ note: 'a\tb' }, 'errors.note_characters'],
    [{ note: 'a\ud800b' }, 'errors.note_characters'],
  ])('refuses %j', (change, code) => {
    expect(codesOf(change)).toContain(code)
  })

  it('refuses the same token twice, and what it does not know', () => {
    const twice = id()
    expect(codesOf({ tokenIds: [twice, twice] })).not.toEqual([])
    expect(deactivateTokensSchema.safeParse({ ...input(), bulk: true }).success).toBe(false)
  })

  it('reads a note as a browser sends it: composed, trimmed, its line breaks one character', () => {
    expect(deactivateTokensSchema.parse(input({ note: ' e\u0301 \r\nb ' })).note).toBe('é \nb')
    expect(deactivateTokensSchema.parse(input({ note: '😀'.repeat(500) })).note).toHaveLength(1_000)
    expect(deactivateTokensSchema.parse(input({ tokenIds: Array.from({ length: 1_000 }, id) })).tokenIds).toHaveLength(1_000)
  })
})

it('takes no reason for activating', () => {
  expect(activateTokensSchema.safeParse({ tokenIds: [id()], reason: 'other' }).success).toBe(false)
  expect(changeMatchingSchema.safeParse({ orgId: id(), kind: 'activate', filter: {}, count: 1, reason: 'other' }).success).toBe(false)
  expect(changeMatchingSchema.safeParse({ orgId: id(), kind: 'deactivate', filter: {}, count: 1, note: '' }).success).toBe(false)
})

describe('a change of all that match', () => {
  const asked = { orgId: crypto.randomUUID(), kind: 'activate', count: 1 }

  it.each([{ status: 'mood' }, { q: `tw_${'x'.repeat(70)}` }, { user: 'tom' }, { sort: 'name' }, { expires: '0' }])('refuses a filter that can not be read: %o', (filter) => {
    expect(changeMatchingSchema.safeParse({ ...asked, filter }).success).toBe(false)
  })

  it('takes one that can', () => {
    expect(changeMatchingSchema.safeParse({ ...asked, filter: { status: 'deactivated', q: 'build', unused: '90' } }).success).toBe(true)
    expect(changeMatchingSchema.safeParse({ ...asked, filter: {} }).success).toBe(true)
  })
})
