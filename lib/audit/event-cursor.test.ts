import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEventCursor, writeEventCursor } from './event-cursor'

const ID = '01900000-0000-7000-8000-000000000003'
const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  it('reads back as it was written', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.uuid(), fc.integer({ min: 1, max: 1e9 }), (at, id, ordinal) => {
        expect(readEventCursor(writeEventCursor({ at, id, ordinal }))).toEqual({ at, id, ordinal })
      }),
    )
  })

  it('is none where anybody wrote anything', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json().map((text) => Buffer.from(text).toString('base64url'))), (text) => void expect(readEventCursor(text)).toBeNull()))
  })

  it.each([
    [[-1, ID, 1]],
    [[1e15, ID, 1]],
    [['2026', ID, 1]],
    [[0, 'x', 1]],
    [[0, ID, 0]],
    [[0, ID, 1.5]],
    [[0, ID]],
  ])('is none: %j', (value) => {
    expect(readEventCursor(write(value))).toBeNull()
  })
})
