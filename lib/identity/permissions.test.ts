import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectivePermissions, isServiceScope, ORG_ROLES, readServiceScope } from './permissions'

const orgRoles = fc.subarray([...ORG_ROLES])
const serviceRoles = fc.subarray(['external/a/x', 'external/a/y', 'external/b/x'])
const held = fc.record({ roles: orgRoles, serviceRoles })
const scopes = fc.record({ allRoles: fc.boolean(), orgRoles, serviceRoles, openId: fc.boolean() })

describe('effectivePermissions', () => {
  it('never gives what is not held now', () => {
    fc.assert(
      fc.property(scopes, held, (token, user) => {
        const holds = new Set([...user.roles.map((role) => `csp:${role}`), ...user.serviceRoles])
        expect(effectivePermissions(token, user).every((permission) => holds.has(permission))).toBe(true)
      }),
    )
  })

  it('never gives what the token was not made for', () => {
    fc.assert(
      fc.property(scopes, held, (token, user) => {
        const made = new Set([...token.orgRoles.map((role) => `csp:${role}`), ...token.serviceRoles])
        fc.pre(!token.allRoles)
        expect(effectivePermissions(token, user).every((permission) => made.has(permission))).toBe(true)
      }),
    )
  })

  it('gives everything held for All Roles', () => {
    expect(
      effectivePermissions({ allRoles: true, orgRoles: [], serviceRoles: [], openId: false }, { roles: ['developer'], serviceRoles: ['external/a/x'] }),
    ).toEqual(['csp:developer', 'external/a/x'])
  })
})

describe('a service scope', () => {
  it.each(['external/', 'external/a', 'external/a/b/c', 'internal/a/b', 'external/A/b', 'external//b'])('is not %s', (text) => {
    expect(isServiceScope(text)).toBe(false)
    expect(readServiceScope(text)).toBeNull()
  })

  it('tells service and role', () => {
    expect(readServiceScope('external/object-store/editor')).toEqual({ serviceId: 'object-store', role: 'editor' })
  })
})
