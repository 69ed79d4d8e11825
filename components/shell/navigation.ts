import type { OrgRole } from '@/lib/identity/permissions'

export type NavigationIcon = 'person' | 'sliders' | 'lock' | 'key' | 'card' | 'shield' | 'scroll' | 'scale' | 'fingerprint' | 'services'

export type NavigationItem = {
  label: 'profile' | 'preferences' | 'security' | 'apiTokens' | 'roles' | 'auditEvents' | 'authentication' | 'services'
  path: string
  icon: NavigationIcon
  /** Who sees it; nobody in particular: everyone. The page checks for itself, this only spares a dead end. */
  roles?: readonly OrgRole[]
  /** Only those who run the installation see it, whatever their roles. */
  forInstallationOwners?: true
  /** The heading under which it stands in its section, if it does not stand there by itself. */
  group?: 'governance'
}

export type NavigationSection = { label: 'myAccount' | 'identityAndAccess' | 'organization' | 'installation'; items: readonly NavigationItem[] }

/** What everybody has; the account's menu in the header leads there too. */
export const MY_ACCOUNT: readonly NavigationItem[] = [
  { label: 'profile', path: '/my-account/profile', icon: 'person' },
  { label: 'preferences', path: '/my-account/preferences', icon: 'sliders' },
  { label: 'security', path: '/my-account/security', icon: 'lock' },
  { label: 'apiTokens', path: '/my-account/api-tokens', icon: 'key' },
  { label: 'roles', path: '/my-account/roles', icon: 'card' },
]

const IDENTITY_AND_ACCESS: readonly NavigationItem[] = [
  { label: 'apiTokens', path: '/identity-and-access/governance/api-tokens', icon: 'shield', roles: ['org_owner', 'org_admin'], group: 'governance' },
  { label: 'auditEvents', path: '/identity-and-access/audit-events', icon: 'scroll', roles: ['org_owner', 'access_log_auditor'] },
]

const ORGANIZATION: readonly NavigationItem[] = [{ label: 'authentication', path: '/organization/authentication', icon: 'fingerprint', roles: ['org_owner'] }]

const INSTALLATION: readonly NavigationItem[] = [{ label: 'services', path: '/installation/registered-services', icon: 'services', forInstallationOwners: true }]

const SECTIONS: readonly NavigationSection[] = [
  { label: 'myAccount', items: MY_ACCOUNT },
  { label: 'identityAndAccess', items: IDENTITY_AND_ACCESS },
  { label: 'organization', items: ORGANIZATION },
  { label: 'installation', items: INSTALLATION },
]

type Reader = { roles: readonly OrgRole[]; ownsInstallation: boolean }

function mayOpen({ roles, forInstallationOwners }: NavigationItem, reader: Reader): boolean {
  if (forInstallationOwners) return reader.ownsInstallation
  return !roles || roles.some((role) => reader.roles.includes(role))
}

/** The side navigation of a person: what they may open, without sections that are empty then. */
export function navigationFor(reader: Reader): NavigationSection[] {
  return SECTIONS.map(({ label, items }) => ({
    label,
    items: items.filter((item) => mayOpen(item, reader)),
  })).filter(({ items }) => items.length > 0)
}
