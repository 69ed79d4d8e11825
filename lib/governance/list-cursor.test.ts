import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SORT_KEYS, type Sort } from './list-address'
import { readCursor, sortKeyOf, writeCursor, type Sortable } from './list-cursor'

const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const maybe = fc.option(instant, { nil: null })
const token: fc.Arbitrary<Sortable> = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'grapheme', maxLength: 64 }).filter((text) => !text.includes('\0')),
  userName: fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !text.includes('\0')),
  createdAt: instant,
  expiresAt: maybe,
  lastUsedAt: maybe,
  deactivatedAt: maybe,
  maxViolationSince: maybe,
  idleViolationSince: maybe,
  orgRoles: fc.subarray(['org_owner', 'org_member', 'developer']),
})
const sort: fc.Arbitrary<Sort> = fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() })
const CREATED: Sort = { key: 'created', descending: true }
const ID = '01900000-0000-7000-8000-000000000003'

describe('a cursor', () => {
  it('reads back as it was written, for every token and order', () => {
    fc.assert(
      fc.property(token, sort, fc.integer({ min: 1, max: 1e9 }), (one, order, ordinal) => {
        const cursor = { key: sortKeyOf(one, order.key), id: one.id, ordinal }
        expect(readCursor(writeCursor(cursor, order), order)).toEqual(cursor)
        expect(writeCursor(cursor, order)).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('is none where anybody wrote anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), sort, (text, order) => void expect(readCursor(text, order)).toBeNull()))
    fc.assert(
      fc.property(fc.json(), sort, (text, order) => void expect(readCursor(Buffer.from(text).toString('base64url'), order)).toBeNull()),
    )
  })

  const written = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')

  it.each([
    ['another order', ['name', '2026-01-01T00:00:00.000Z', ID, 1]],
    ['no date', ['created', '2026-13-41T00:00:00.000Z', ID, 1]],
    ['a date that is not as we write it', ['created', '2026-01-01', ID, 1]],
    ['a year that PostgreSQL does not know', ['created', '0000-01-01T00:00:00.000Z', ID, 1]],
    ['no id', ['created', '2026-01-01T00:00:00.000Z', "'--", 1]],
    ['no whole ordinal', ['created', '2026-01-01T00:00:00.000Z', ID, 1.5]],
    ['an ordinal below 1', ['created', '2026-01-01T00:00:00.000Z', ID, 0]],
    ['a part too many', ['created', '2026-01-01T00:00:00.000Z', ID, 1, 1]],
  ])('is none with %s', (_name, parts) => {
    expect(readCursor(written(parts), CREATED)).toBeNull()
  })

  it.each([
    ['a role that there is not', ['scopes', '{root}', ID, 1], 'scopes'],
    ['a list that PostgreSQL cannot read', ['scopes', '{org_owner,}', ID, 1], 'scopes'],
    ['half a character', ['name', '\ud800', ID, 1], 'name'],
    ['a character that no text holds', ['name', '\0', ID, 1], 'name'],
    ['a name beyond all names', ['name', 'x'.repeat(501), ID, 1], 'name'],
  ] as const)('is none with %s', (_name, parts, key) => {
    expect(readCursor(written(parts), { key, descending: false })).toBeNull()
  })

  it('is none where there is none', () => {
    expect(readCursor(undefined, CREATED)).toBeNull()
    expect(readCursor('', CREATED)).toBeNull()
  })
})

describe('what a token is sorted by', () => {
  const at = new Date('2026-01-02T03:04:05.678Z')
  const bare: Sortable = {
    ...{ id: ID, name: 'n', userName: 'u', createdAt: at, orgRoles: [] },
    ...{ expiresAt: null, lastUsedAt: null, deactivatedAt: null, maxViolationSince: null, idleViolationSince: null },
  }

  it('stands at one end where there is no instant', () => {
    expect(SORT_KEYS.map((key) => sortKeyOf(bare, key))).toEqual(['2026-01-02T03:04:05.678Z', 'n', 'u', '-infinity', '{}', 'infinity', '-infinity', 'infinity'])
  })

  it('is the earlier of two violations', () => {
    const later = new Date(at.getTime() + 1)
    expect(sortKeyOf({ ...bare, maxViolationSince: later, idleViolationSince: at }, 'violation')).toBe(at.toISOString())
    expect(sortKeyOf({ ...bare, maxViolationSince: later }, 'violation')).toBe(later.toISOString())
  })
})
