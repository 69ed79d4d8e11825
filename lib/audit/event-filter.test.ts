import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAGE_SIZES } from '../page-size'
import { PERIODS, readEventFilter, RESULTS, WHOLE_LOG, type EventFilter } from './event-filter'
import { AUDIT_EVENTS } from './events'
import { AUDIT_EVENTS_PATH, logAddress, logParameters, readLogPlace, type LogPlace } from './log-address'

const read = (texts: Partial<Record<keyof EventFilter, string>>) => readEventFilter((name) => texts[name] ?? '')
const ID = '01900000-0000-7000-8000-000000000003'

describe('readEventFilter', () => {
  it.each<[keyof EventFilter, string, unknown]>([
    ['type', 'csp__user_login', 'csp__user_login'],
    ['type', 'csp__of_another_version', 'csp__of_another_version'],
    ['type', "csp__' OR 1", null],
    ['type', 'user_login', null],
    ['actor', ID, ID],
    ['actor', 'Ada', null],
    ['token', ID, ID],
    ['token', `${ID}0`, null],
    ['result', 'failure', 'failure'],
    ['result', 'failed', null],
    ['period', '24h', '24h'],
    ['period', '1y', null],
    ['from', '2026-02-28', '2026-02-28'],
    ['from', '2026-02-29', null],
    ['from', '0001-01-01', null],
    ['to', '2028-02-29', '2028-02-29'],
    ['to', '2026-2-3', null],
    ['to', '2026-13-01', null],
  ])('%s: %s', (name, text, value) => {
    expect(read({ [name]: text })).toEqual({ ...WHOLE_LOG, [name]: value })
  })

  it('turns days round that were given the wrong way round', () => {
    expect(read({ from: '2026-03-02', to: '2026-03-01' })).toEqual({ ...WHOLE_LOG, from: '2026-03-01', to: '2026-03-02' })
  })

  it('looks at a period rather than at days', () => {
    expect(read({ period: '7d', from: '2026-03-01', to: '2026-03-02' })).toEqual({ ...WHOLE_LOG, period: '7d' })
  })
})

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))
const days = fc.tuple(maybe(day), maybe(day)).map(([one, other]) => {
  const [from, to] = one && other && one > other ? [other, one] : [one, other]
  return { period: null, from, to }
})
const cursor = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1, maxLength: 100 })
const place: fc.Arbitrary<LogPlace> = fc
  .record({
    filter: fc
      .tuple(
        fc.record({
          type: maybe(fc.constantFrom(...Object.keys(AUDIT_EVENTS), 'csp__of_another_version')),
          actor: maybe(fc.uuid()),
          token: maybe(fc.uuid()),
          result: maybe(fc.constantFrom(...RESULTS)),
        }),
        fc.oneof(days, fc.constantFrom(...PERIODS).map((period) => ({ period, from: null, to: null }))),
      )
      .map(([what, when]) => ({ ...what, ...when })),
    size: fc.constantFrom(...PAGE_SIZES),
    at: maybe(fc.tuple(fc.constantFrom('after', 'before'), cursor)),
    details: fc.option(fc.uuid(), { nil: undefined }),
  })
  .map(({ at, ...rest }) => ({ ...rest, after: at?.[0] === 'after' ? at[1] : undefined, before: at?.[0] === 'before' ? at[1] : undefined }))

describe('the address of a place in the log', () => {
  it('reads back as the place', () => {
    fc.assert(fc.property(place, (one) => void expect(readLogPlace(Object.fromEntries(logParameters(one)))).toEqual(one)))
  })

  it('is the shortest there is', () => {
    expect(logAddress({ filter: WHOLE_LOG, size: 25 })).toBe(AUDIT_EVENTS_PATH)
    expect(logAddress({ filter: { ...WHOLE_LOG, result: 'failure' }, size: 50 })).toBe(`${AUDIT_EVENTS_PATH}?result=failure&size=50`)
  })

  it('leaves out a parameter given twice, and goes on from one cursor, not from two', () => {
    expect(readLogPlace({ result: ['failure', 'failure'], after: 'a', before: 'b' })).toEqual({ filter: WHOLE_LOG, size: 25, after: 'a' })
  })
})
