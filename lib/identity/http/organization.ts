import { z } from 'zod'
import { notFound } from '../../interface/http/answering'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { ORG_ROLES } from '../permissions'
import { findOwnOrganization } from '../queries/organizations-of-caller'
import { ACCOUNTS, organizationLink } from './links'
import { ORGANIZATION, organizationShape } from './organization-shape'
import { orgRoleShapes, ROLE } from './role-shape'

/** Here also another organization than the access token's, where the user belongs to it. */
const ANY_OF_USER = z.object({ orgId: z.uuid() })
const PATH = `${ACCOUNTS}/orgs/{orgId}`

export const findOrganization = callerEndpoint({
  method: 'GET',
  path: PATH,
  operation: 'findOrganization',
  summary: 'An organization that the user belongs to',
  tag: 'Organization',
  params: ANY_OF_USER,
  answer: ORGANIZATION,
  // The links of loggedin/user/orgs lead here; with ?expand=1 it tells no less.
  run: async (ctx, { params: { orgId } }) => {
    const found = await findOwnOrganization(ctx, orgId)
    if (!found) throw notFound()
    return organizationShape(found)
  },
})

export const listOrganizationRoles = callerEndpoint({
  method: 'GET',
  path: `${PATH}/roles`,
  operation: 'listOrganizationRoles',
  summary: 'The roles that there are in the organization',
  tag: 'Organization',
  params: OF_ORGANIZATION,
  answer: z.object({ orgRolesData: z.array(ROLE), refLinks: z.array(z.string()) }),
  run: async (ctx, { params }) => {
    const { orgId } = inOrganization(ctx, params)
    const found = await findOwnOrganization(ctx, orgId)
    if (!found) throw notFound()
    const orgRolesData = orgRoleShapes(ORG_ROLES, { orgId, since: found.since, changed: found.since })
    return { orgRolesData, refLinks: ORG_ROLES.map((role) => `${organizationLink(orgId)}/roles/${role}`) }
  },
})
