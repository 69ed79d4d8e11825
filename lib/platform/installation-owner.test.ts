import { describe, expect, it } from 'vitest'
import { ownsInstallation } from './installation-owner'

const OWNERS = ['ada@example.com', 'ben@example.com']

describe('ownsInstallation', () => {
  it.each([
    ['a verified address that is named', { email: 'ben@example.com', emailVerified: true }, true],
    ['an address that is named and that nobody has verified', { email: 'ben@example.com', emailVerified: false }, false],
    ['another address', { email: 'carl@example.com', emailVerified: true }, false],
    ['a part of one that is named', { email: 'n@example.com', emailVerified: true }, false],
  ])('says of %s', (_what, person, owns) => {
    expect(ownsInstallation(person, OWNERS)).toBe(owns)
  })

  it('knows nobody where nobody is named', () => {
    expect(ownsInstallation({ email: '', emailVerified: true }, [])).toBe(false)
  })
})
