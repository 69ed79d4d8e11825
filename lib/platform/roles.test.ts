import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { ORG_ROLES, type OrgRole } from '../identity/permissions'
import type { SessionContext, UserContext } from './context'
import { requireAuditReader, requireGoverningOwner, requireGovernor, requireInstallationOwner, requireOwner } from './roles'

const GUARDS = { requireOwner, requireGovernor, requireGoverningOwner, requireAuditReader }
type Guard = keyof typeof GUARDS
type Outcome = 'passes' | 'not_found' | 'owner_only' | 'governance_not_activated'

/** What each guard says to one who holds a role alone, where governance is activated. Whatever is not named: not found. */
const PASSES: Record<Guard, Partial<Record<OrgRole, Outcome>>> = {
  requireOwner: { org_owner: 'passes', org_admin: 'owner_only' },
  requireGovernor: { org_owner: 'passes', org_admin: 'passes' },
  requireGoverningOwner: { org_owner: 'passes', org_admin: 'owner_only' },
  requireAuditReader: { org_owner: 'passes', access_log_auditor: 'passes' },
}
/** Where governance is not activated, two of them have nothing to guard yet. */
const NEEDS_GOVERNANCE: readonly Guard[] = ['requireGovernor', 'requireGoverningOwner']

function outcome(guard: Guard, roles: OrgRole[], igaActivated: boolean): Outcome | string {
  try {
    // The rest of a context is no guard's business.
    GUARDS[guard]({ roles, igaActivated } as UserContext)
    return 'passes'
  } catch (error) {
    return error instanceof DomainError ? error.code : 'threw'
  }
}

const guards = Object.keys(GUARDS) as Guard[]

describe.each(guards)('%s', (guard) => {
  it.each(ORG_ROLES)('with the role %s alone', (role) => {
    expect(outcome(guard, [role], true)).toBe(PASSES[guard][role] ?? 'not_found')
  })

  it.each(ORG_ROLES)('with the role %s where governance is not activated', (role) => {
    const governs = role === 'org_owner' || role === 'org_admin'
    const expected = NEEDS_GOVERNANCE.includes(guard) && governs ? 'governance_not_activated' : (PASSES[guard][role] ?? 'not_found')
    expect(outcome(guard, [role], false)).toBe(expected)
  })

  it('lets a person in by any of several roles, and nobody without one', () => {
    expect(outcome(guard, ['developer', 'org_member', 'org_owner'], true)).toBe('passes')
    expect(outcome(guard, [], true)).toBe('not_found')
  })
})

describe('requireInstallationOwner', () => {
  const asked = (roles: readonly OrgRole[], ownsInstallation: boolean) => () => requireInstallationOwner({ roles, ownsInstallation } as SessionContext)

  it.each(ORG_ROLES)('lets nobody in for the role %s', (role) => {
    expect(asked([role], false)).toThrow('not_found')
  })

  it('lets in whom the configuration names, whatever their roles', () => {
    expect(asked(ORG_ROLES, false)).toThrow('not_found')
    expect(asked([], true)).not.toThrow()
  })
})
