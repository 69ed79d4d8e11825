import type { OrgRole } from '@/lib/identity/permissions'

/** The invented organizations, services and people of the demo. */
export const ORGANIZATIONS = [
  { key: 'labs', name: 'Example Labs', iga: true },
  { key: 'works', name: 'Sample Works', iga: false },
] as const

export type OrganizationKey = (typeof ORGANIZATIONS)[number]['key']

export const SERVICES = [
  { id: 'object-store', displayName: 'Object Store', roles: { editor: 'Editor', viewer: 'Viewer' } },
  {
    id: 'message-queue',
    displayName: 'Message Queue',
    roles: { publisher: 'Publisher', consumer: 'Consumer', operator: 'Operator', auditor: 'Auditor' },
  },
] as const

type Person = {
  key: string
  firstName: string
  lastName: string
  locale: 'en' | 'de' | 'it'
  timeZone: string
  memberships: { organization: OrganizationKey; roles: OrgRole[]; serviceRoles: string[] }[]
}

export const PEOPLE: readonly Person[] = [
  {
    key: 'ada',
    firstName: 'Ada',
    lastName: 'Rossi',
    locale: 'en',
    timeZone: 'Europe/London',
    memberships: [
      {
        organization: 'labs',
        roles: ['org_owner', 'org_member', 'developer'],
        serviceRoles: ['external/object-store/editor', 'external/object-store/viewer', 'external/message-queue/operator'],
      },
    ],
  },
  {
    key: 'marta',
    firstName: 'Marta',
    lastName: 'Keller',
    locale: 'de',
    timeZone: 'Europe/Berlin',
    memberships: [{ organization: 'labs', roles: ['org_admin', 'org_member', 'support_user'], serviceRoles: ['external/message-queue/auditor'] }],
  },
  {
    key: 'tom',
    firstName: 'Tom',
    lastName: 'Okafor',
    locale: 'en',
    timeZone: 'America/New_York',
    memberships: [
      { organization: 'labs', roles: ['org_member', 'developer'], serviceRoles: ['external/object-store/viewer'] },
      { organization: 'works', roles: ['org_owner', 'org_member'], serviceRoles: ['external/message-queue/publisher'] },
    ],
  },
  {
    key: 'giulia',
    firstName: 'Giulia',
    lastName: 'Bianchi',
    locale: 'it',
    timeZone: 'Europe/Rome',
    memberships: [{ organization: 'labs', roles: ['org_member', 'support_user'], serviceRoles: ['external/object-store/viewer', 'external/message-queue/consumer'] }],
  },
]
