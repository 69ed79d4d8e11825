import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDetails } from './detail-facts'
import { policyChanges, readToldPolicy } from './policy-change'

describe('readDetails', () => {
  it('tells what it knows by its kind', () => {
    expect(readDetails({ tokenName: 'nightly', expiresAt: null, minute: '2026-11-22T12:00:00.000Z', reminderDays: null, scanned: 12, again: true, reason: 'other' })).toEqual([
      { kind: 'text', name: 'tokenName', value: 'nightly' },
      { kind: 'expiry', name: 'expiresAt', value: null },
      { kind: 'instant', name: 'minute', value: new Date('2026-11-22T12:00:00Z') },
      { kind: 'reminder', name: 'reminderDays', value: 0 },
      { kind: 'count', name: 'scanned', value: 12 },
      { kind: 'flag', name: 'again', value: true },
      { kind: 'reason', name: 'reason', value: 'other' },
    ])
  })

  it('tells the policies apart from the rest', () => {
    const details = { idleFrom: 'off', idleTo: '30 days', maxFrom: '1 hour', maxTo: '1 hour', version: 3 }
    expect(readDetails(details)).toEqual([{ kind: 'count', name: 'version', value: 3 }])
    expect(policyChanges(details)).toEqual([
      { policy: 'max', from: '1 hour', to: '1 hour' },
      { policy: 'idle', from: 'off', to: '30 days' },
    ])
  })

  it('keeps what it does not know as it was recorded', () => {
    expect(readDetails({ constructor: 1, scanned: 'many', minute: 'soon', idleFrom: 'off', list: [1, { a: null }] })).toEqual([
      { kind: 'raw', name: 'constructor', value: '1' },
      { kind: 'raw', name: 'scanned', value: 'many' },
      { kind: 'raw', name: 'minute', value: 'soon' },
      { kind: 'raw', name: 'idleFrom', value: 'off' },
      { kind: 'raw', name: 'list', value: '[1,{"a":null}]' },
    ])
  })

  it('says nothing of a note that nobody wrote', () => {
    expect(readDetails({ reason: 'other', note: null })).toEqual([{ kind: 'reason', name: 'reason', value: 'other' }])
  })

  it('leaves nothing else out and fails at nothing', () => {
    const names = fc.constantFrom('tokenName', 'expiresAt', 'minute', 'scanned', 'again', 'maxFrom', 'maxTo', 'toString', 'x')
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (details) => {
        const unwritten = details['tokenName'] === null ? 1 : 0
        expect(readDetails(details).length + 2 * policyChanges(details).length + unwritten).toBe(Object.keys(details).length)
      }),
    )
  })
})

describe('readToldPolicy', () => {
  it.each([
    ['off', { off: true }],
    ['90 days', { limit: { value: 90, unit: 'days' } }],
    ['1 hour', { limit: { value: 1, unit: 'hours' } }],
    ['2 months', { raw: '2 months' }],
    ['', { raw: '' }],
  ])('%s', (text, told) => {
    expect(readToldPolicy(text)).toEqual(told)
  })
})
