import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCESS_TOKEN_SECONDS, accessTokenClaims, accessTokenLifetime, grantPermissions, type Grant } from './access-token'
import { Refusal } from './refusal'

const now = new Date('2026-11-22T12:00:00.000Z')
const grant: Grant = {
  orgId: 'o',
  tokenId: 't',
  generation: 3,
  expiresAt: null,
  scopes: { allRoles: false, orgRoles: ['developer', 'org_owner'], serviceRoles: ['external/object-store/editor'], openId: true },
  user: { id: 'u', email: 'ada.rossi@example.com' },
  profile: null,
  held: { roles: ['developer'], serviceRoles: ['external/object-store/editor'] },
}

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'granted'
}

describe('grantPermissions', () => {
  it('gives the scopes still held, openid first', () => {
    expect(grantPermissions(grant, null)).toEqual({
      permissions: ['csp:developer', 'external/object-store/editor'],
      scope: 'openid csp:developer external/object-store/editor',
      openId: true,
      narrowed: false,
    })
  })

  it('narrows', () => {
    expect(grantPermissions(grant, ['csp:developer'])).toEqual({ permissions: ['csp:developer'], scope: 'csp:developer', openId: false, narrowed: true })
  })

  it('counts as narrowed whatever names its scopes, also all of them', () => {
    const whole = grantPermissions(grant, null)
    expect(grantPermissions(grant, whole.scope.split(' '))).toEqual({ ...whole, narrowed: true })
  })

  it('refuses more than the token has, also a role that is held no more', () => {
    expect(refusal(() => grantPermissions(grant, ['csp:org_admin']))).toBe('invalid_scope')
    expect(refusal(() => grantPermissions(grant, ['csp:org_owner']))).toBe('invalid_scope')
  })

  it('refuses a token of which nothing is left', () => {
    const gone = { ...grant, held: { roles: [], serviceRoles: [] }, scopes: { ...grant.scopes, openId: false } }
    expect(refusal(() => grantPermissions(gone, null))).toBe('no_permissions')
    expect(refusal(() => grantPermissions({ ...gone, scopes: { ...gone.scopes, openId: true } }, null))).toBe('granted')
  })
})

describe('amr', () => {
  const claims = (amr?: string[]) => accessTokenClaims('https://tokens.example.com', grant, grantPermissions(grant, null), amr)

  it('says how it was authenticated where a passcode was given', () => {
    expect(claims(['otp'])).toMatchObject({ amr: ['otp'] })
  })

  it('is left out otherwise', () => {
    expect(claims()).not.toHaveProperty('amr')
  })
})

describe('accessTokenLifetime', () => {
  it('never outlives the API token nor 1,799 seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (rest) => {
        const seconds = accessTokenLifetime(new Date(now.getTime() + rest), now)
        expect(seconds).toBeLessThanOrEqual(ACCESS_TOKEN_SECONDS)
        expect(seconds * 1_000).toBeLessThanOrEqual(rest)
      }),
    )
    expect(accessTokenLifetime(null, now)).toBe(ACCESS_TOKEN_SECONDS)
  })
})

describe('accessTokenClaims', () => {
  it('says that it was narrowed, and nothing where it was not', () => {
    const claims = (wanted: string[] | null) => accessTokenClaims('https://tokens.test', grant, grantPermissions(grant, wanted))
    expect(claims(['openid'])).toMatchObject({ narrowed: true })
    expect(claims(null)).not.toHaveProperty('narrowed')
  })

  it('names the audience of every service in scope, once', () => {
    const claims = accessTokenClaims('https://tokens.test', grant, { permissions: ['external/a/x', 'external/a/y', 'csp:developer'], scope: '', openId: false, narrowed: false })
    expect(claims.aud).toEqual(['https://tokens.test', 'a'])
    expect(claims).toMatchObject({ sub: 'u', tid: 't', tgn: 3, context_name: 'o', username: 'ada.rossi', domain: 'example.com' })
  })
})
