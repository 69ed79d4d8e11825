import { z } from 'zod'
import { notFound } from '../../interface/http/answering'
import type { Caller } from '../../interface/http/caller'
import { callerEndpoint, type Endpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { requireAdministrator } from '../../platform/roles'
import { findMemberFacts, findOwnMembership } from '../queries/members'
import { ACCOUNTS } from './links'
import { GROUPS, rolesShape, SERVICE_ROLES, serviceRolesShape, USER_INFO, userInfoShape, type Seen } from './member-shape'
import { ROLE } from './role-shape'

/** An account as the database takes one: anything else is nobody's. */
const ACCOUNT = z.string().max(254).regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u)

const PARAMS = OF_ORGANIZATION.extend({ userId: z.union([z.uuid(), ACCOUNT]).meta({ description: 'Id of the user, or their account' }) })

/** @throws {HttpRefusal} 404 for another organization than the access token's */
async function seeOneself(ctx: Caller, params: z.infer<typeof OF_ORGANIZATION>): Promise<Seen> {
  const found = await findOwnMembership(inOrganization(ctx, params))
  if (!found) throw notFound()
  return { orgId: ctx.orgId, ...found }
}

/** @throws {HttpRefusal} {DomainError} 404 for whoever is neither owner nor administrator there, and for who does not belong to it */
async function seeMember(ctx: Caller, params: z.infer<typeof PARAMS>): Promise<Seen> {
  const found = await findMemberFacts(requireAdministrator(inOrganization(ctx, params)), params.userId)
  if (!found) throw notFound()
  return { orgId: ctx.orgId, ...found }
}

type About<Answer extends z.ZodType> = {
  /** The last part of the two addresses. */
  part: string
  /** Of the two operations, after `findLoggedIn` and `findMember`. */
  operation: string
  /** What is told, of whom is added. */
  summary: string
  answer: Answer
  tell: (seen: Seen, ctx: Caller) => z.input<Answer>
}

/** One question about oneself and, for owners and administrators, about anybody in the organization: this at the older address, too. */
function aboutMember<Answer extends z.ZodType>({ part, operation, summary, answer, tell }: About<Answer>): { own: Endpoint; others: Endpoint[] } {
  const own = callerEndpoint({
    method: 'GET',
    path: `${ACCOUNTS}/loggedin/user/orgs/{orgId}/${part}`,
    operation: `findLoggedIn${operation}`,
    summary: `${summary} whose access token this is, as far as it lets them`,
    tag: 'User',
    params: OF_ORGANIZATION,
    answer,
    run: async (ctx, { params }) => tell(await seeOneself(ctx, params), ctx),
  })
  const othersAt = (version: '' | '/v2', suffix: string, addition: string) =>
    callerEndpoint({
      method: 'GET',
      path: `${ACCOUNTS}${version}/users/{userId}/orgs/{orgId}/${part}`,
      operation: `findMember${operation}${suffix}`,
      summary: `${summary} a user (owners and administrators)${addition}`,
      tag: 'Organization',
      params: PARAMS,
      answer,
      run: async (ctx, { params }) => tell(await seeMember(ctx, params), ctx),
    })
  return { own, others: [othersAt('/v2', '', ''), othersAt('', 'OfOld', ', at the older address')] }
}

export const memberInfo = aboutMember({ part: 'info', operation: 'Info', summary: 'Person, roles and service roles of', answer: USER_INFO, tell: (seen, { orgName }) => userInfoShape(seen, orgName) })
export const memberRoles = aboutMember({ part: 'roles', operation: 'Roles', summary: 'The organization roles of', answer: z.array(ROLE), tell: rolesShape })
export const memberServiceRoles = aboutMember({ part: 'service-roles', operation: 'ServiceRoles', summary: 'The service roles of', answer: SERVICE_ROLES, tell: serviceRolesShape })
export const memberGroups = aboutMember({ part: 'groups', operation: 'Groups', summary: 'The groups (there are none) of', answer: GROUPS, tell: () => ({ groups: [] }) })
