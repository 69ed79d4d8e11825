import { describe, expect, it } from 'vitest'
import { findViolations } from './violation'

const now = new Date('2026-11-22T12:00:00.000Z')
const DAY = 86_400_000
const ago = (days: number, milliseconds = 0) => new Date(now.getTime() - days * DAY + milliseconds)
const policy = { max: { value: 30, unit: 'days' }, idle: { value: 10, unit: 'days' } } as const
const token = { issuedAt: ago(5), expiresAt: ago(-15), lastUsedAt: null, revokedAt: null }

describe('findViolations', () => {
  it.each([
    ['a token within both limits', token, []],
    ['a TTL exactly at the limit', { ...token, expiresAt: ago(-25) }, []],
    ['a TTL one millisecond above', { ...token, expiresAt: ago(-25, 1) }, ['max_ttl_exceeded']],
    ['no expiry', { ...token, expiresAt: null }, ['never_expires']],
    ['idle exactly at the limit', { ...token, issuedAt: ago(10) }, []],
    ['idle one millisecond longer', { ...token, issuedAt: ago(10, -1) }, ['idle_ttl_exceeded']],
    ['issued long ago, used since', { ...token, issuedAt: ago(10, -1), lastUsedAt: ago(1) }, []],
    ['used before its regeneration only', { ...token, lastUsedAt: ago(100) }, []],
    ['both', { ...token, issuedAt: ago(11), expiresAt: null }, ['never_expires', 'idle_ttl_exceeded']],
    ['revoked', { ...token, expiresAt: null, revokedAt: ago(1) }, []],
    ['expired', { ...token, issuedAt: ago(300), expiresAt: ago(0) }, []],
  ])('%s', (_name, one, found) => {
    expect(findViolations(one, policy, now)).toEqual(found)
  })

  it('finds nothing where both policies are off', () => {
    expect(findViolations({ ...token, issuedAt: ago(900), expiresAt: null }, { max: null, idle: null }, now)).toEqual([])
  })
})
