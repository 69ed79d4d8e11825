import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExchangeable, isLive, tokenState } from './token-state'

const now = new Date('2026-11-22T12:00:00.000Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const fresh = { revokedAt: null, expiresAt: null, deactivatedAt: null }

describe('tokenState', () => {
  it.each([
    ['one millisecond before it expires', later(1), false],
    ['at the millisecond it expires', later(0), true],
    ['one millisecond after', later(-1), true],
  ])('%s', (_when, expiresAt, expired) => {
    expect(tokenState({ ...fresh, expiresAt }, now).expired).toBe(expired)
  })

  const instant = fc.option(fc.integer({ min: -1e9, max: 1e9 }).map(later))
  const token = fc.record({ revokedAt: instant, expiresAt: instant, deactivatedAt: instant })

  it('keeps the three facts apart: each depends on its own instant only', () => {
    fc.assert(
      fc.property(token, token, (one, other) => {
        expect(tokenState({ ...one, revokedAt: other.revokedAt }, now)).toEqual({ ...tokenState(one, now), revoked: other.revokedAt !== null })
        expect(tokenState({ ...one, deactivatedAt: other.deactivatedAt }, now)).toEqual({ ...tokenState(one, now), deactivated: other.deactivatedAt !== null })
      }),
    )
  })

  it('is live unless revoked or expired, and exchangeable unless deactivated as well', () => {
    fc.assert(
      fc.property(token, (one) => {
        const state = tokenState(one, now)
        expect(isLive(one, now)).toBe(!state.revoked && !state.expired)
        expect(isExchangeable(one, now)).toBe(!state.revoked && !state.expired && !state.deactivated)
      }),
    )
  })
})
