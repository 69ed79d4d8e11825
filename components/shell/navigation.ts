import type { OrgRole } from '@/lib/identity/permissions'

export type NavigationIcon = 'key'

export type NavigationItem = {
  label: 'apiTokens'
  path: string
  icon: NavigationIcon
  /** Who sees it; nobody in particular: everyone. The page checks for itself, this only spares a dead end. */
  roles?: readonly OrgRole[]
}

export type NavigationSection = { label: 'myAccount'; items: readonly NavigationItem[] }

const SECTIONS: readonly NavigationSection[] = [
  { label: 'myAccount', items: [{ label: 'apiTokens', path: '/my-account/api-tokens', icon: 'key' }] },
]

/** The side navigation of a person with `roles`: what they may open, without sections that are empty then. */
export function navigationFor(roles: readonly OrgRole[]): NavigationSection[] {
  return SECTIONS.map(({ label, items }) => ({
    label,
    items: items.filter((item) => !item.roles || item.roles.some((role) => roles.includes(role))),
  })).filter(({ items }) => items.length > 0)
}
