import { z } from 'zod'
import en from '@/messages/en.json'
import { isOrgRole, type OrgRole } from '../permissions'
import { organizationLink } from './links'

/** A role as clients of the console replaced read one: every instant of it a text of epoch seconds. */
export const ROLE = z
  .object({
    name: z.string(),
    displayName: z.string(),
    resource: z.string().meta({ description: 'Always empty: a role counts in all of its organization' }),
    organizationLink: z.string(),
    visible: z.boolean(),
    membershipType: z.literal('DIRECT'),
    createdBy: z.string().meta({ description: 'Always empty: who gave a role is in the audit events' }),
    createdDate: z.string().meta({ description: 'Epoch seconds' }),
    lastUpdatedBy: z.string(),
    lastUpdatedDate: z.string().meta({ description: 'Epoch seconds' }),
    expiresAt: z.int().meta({ description: '0: never' }),
  })
  .meta({ id: 'Role' })

export type RoleShape = z.infer<typeof ROLE>

/** Since when, in epoch seconds, somebody or something of the organization has roles, and their latest change. */
export type RoleDates = { orgId: string; since: number; changed: number }

/** @param name what the role is called where it counts */
export function roleShape(name: string, displayName: string, { orgId, since, changed }: RoleDates): RoleShape {
  return {
    name,
    displayName,
    resource: '',
    organizationLink: organizationLink(orgId),
    visible: true,
    membershipType: 'DIRECT',
    createdBy: '',
    createdDate: String(since),
    lastUpdatedBy: '',
    lastUpdatedDate: String(changed),
    expiresAt: 0,
  }
}

const nameOfOrgRole = (role: OrgRole): string => en.roles[role].name

/** Organization roles in their own order, whichever way they are stored. A name that is no role any more is left out. */
export function orgRoleShapes(roles: readonly string[], dates: RoleDates): RoleShape[] {
  return roles.filter(isOrgRole).map((role) => roleShape(role, nameOfOrgRole(role), dates))
}
