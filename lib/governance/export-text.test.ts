import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportText } from './export-text'
import { EXPORT_COLUMNS, type ExportColumn } from './exported-token'
import type { GovernedToken } from './governed-token'

const AT = new Date('2026-01-02T03:04:05.678Z')
const LATER = new Date('2026-02-02T03:04:05.678Z')

const token: GovernedToken = {
  id: '01900000-0000-7000-8000-000000000003',
  name: 'nightly',
  description: null,
  lastFour: 'x9Qz',
  user: { id: '01900000-0000-7000-8000-000000000002', name: 'Ada Jäger', email: 'ada@example.com', status: 'active' },
  allRoles: false,
  orgRoles: ['org_member', 'developer'],
  serviceRoles: [{ scope: 'external/warehouse/reader', displayName: 'Warehouse: Reader' }],
  openId: true,
  createdAt: AT,
  issuedAt: AT,
  ttl: { value: 6, unit: 'months' },
  expiresAt: LATER,
  lastUsedAt: null,
  reminderDays: null,
  revokedAt: null,
  expired: false,
  deactivated: { at: LATER, by: 'Olga Owner', reason: 'other', note: 'See ticket' },
  violations: [
    { kind: 'max_ttl_exceeded', since: LATER },
    { kind: 'idle_ttl_exceeded', since: AT },
  ],
}

const headers = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, `The ${column}`])) as Record<ExportColumn, string>
const csv = exportText('csv', headers)
const json = exportText('json', headers)

/** What RFC 4180 says that a line's fields are. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

const field = (change: Partial<GovernedToken>, column: ExportColumn) => fieldsOf(csv.lot([{ ...token, ...change }], true).replace(/\r\n$/, ''))[EXPORT_COLUMNS.indexOf(column)]

describe('as CSV', () => {
  it('has a head by which spreadsheets know the language of signs, and names for the columns', () => {
    expect(csv.head.startsWith('\uFEFF')).toBe(true)
    expect(fieldsOf(csv.head.slice(1).trimEnd())).toEqual(EXPORT_COLUMNS.map((column) => headers[column]))
    expect(csv.head.endsWith('\r\n')).toBe(true)
  })

  it('has every fact of a token', () => {
    expect(csv.lot([token], true)).toBe(
      `${[
        '01900000-0000-7000-8000-000000000003', 'nightly', 'x9Qz', '', 'Ada Jäger', 'ada@example.com', 'active', 'deactivated', 'no', 'max_ttl_exceeded idle_ttl_exceeded',
        '2026-01-02T03:04:05.678Z', 'org_member developer', 'external/warehouse/reader', 'no', 'yes', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z', '6 months',
        '2026-02-02T03:04:05.678Z', '', '2026-02-02T03:04:05.678Z', 'Olga Owner', 'other', 'See ticket', '',
      ].join(',')}\r\n`,
    )
  })

  it.each<[GovernedToken['ttl'], string]>([
    [{ value: 90, unit: 'seconds' }, '90 seconds'],
    [{ value: 90, unit: 'minutes' }, '90 minutes'],
    [null, ''],
  ])('says a TTL of %o as %j', (ttl, text) => {
    expect(field({ ttl }, 'ttl')).toBe(text)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil.test";"Click")', '＝1+1'])('makes no formula of %j', (text) => {
    expect(field({ description: text }, 'description')).toBe(`'${text}`)
  })

  it('keeps quotes, commas, line ends and signs of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map((text) => `x${text}`), (description) => {
        expect(field({ description }, 'description')).toBe(description)
      }),
    )
    for (const text of ['a "b", c', 'a\nb', 'a\r\nb', '日本語', 'é', '👩🏽‍🚀']) expect(field({ description: text }, 'description')).toBe(text)
  })

  it('is a head alone where there is no token', () => {
    expect(csv.head + csv.lot([], true) + csv.foot).toBe(csv.head)
  })
})

describe('as JSON', () => {
  const whole = (...lots: GovernedToken[][]) => JSON.parse(json.head + lots.map((lot, at) => json.lot(lot, at === 0)).join('') + json.foot) as Record<string, unknown>[]

  it('is one array, also of lots and of nothing', () => {
    expect(whole([token, token], [token]).map(({ id }) => id)).toEqual([token.id, token.id, token.id])
    expect(whole([])).toEqual([])
  })

  it('has every fact of a token, under the same names in every language', () => {
    expect(Object.keys(whole([token])[0] ?? {})).toEqual([...EXPORT_COLUMNS])
    expect(whole([{ ...token, description: '=1+1' }])[0]).toMatchObject({
      ...{ description: '=1+1', organizationRoles: ['org_member', 'developer'], violations: ['max_ttl_exceeded', 'idle_ttl_exceeded'], violatingSince: AT.toISOString() },
      ...{ lastUsed: null, deactivated: LATER.toISOString(), allRoles: false },
    })
  })

  it('tells a revoked token from a deactivated one', () => {
    expect(whole([{ ...token, revokedAt: LATER }, { ...token, deactivated: null }]).map(({ status }) => status)).toEqual(['revoked', 'activated'])
  })
})
