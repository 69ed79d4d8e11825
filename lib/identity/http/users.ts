import { z } from 'zod'
import { callerEndpoint } from '../../interface/http/endpoint'
import { inOrganization, OF_ORGANIZATION } from '../../interface/http/organization-path'
import { pageAsked, pageLinks, pageOf, pageQuery } from '../../interface/http/paged'
import { requireAdministrator } from '../../platform/roles'
import { findMembersCalled, pageOfMembers } from '../queries/members'
import { ACCOUNTS, memberLink } from './links'
import { LISTED_USER, listedUserShape } from './member-shape'

/** The same page at both addresses, with links to the one that was asked. */
function usersAt(version: '' | '/v2', operation: string, summary: string) {
  const place = (orgId: string) => `${ACCOUNTS}${version}/orgs/${orgId}/users`
  return callerEndpoint({
    method: 'GET',
    path: place('{orgId}'),
    operation,
    summary,
    tag: 'Organization',
    params: OF_ORGANIZATION,
    // Most clients of the console replaced never turn a page: what they get at once is all that they see.
    query: pageQuery({ usual: 200, most: 1_000 }),
    answer: pageOf(LISTED_USER),
    run: async (ctx, { params, query }) => {
      const { orgId } = inOrganization(ctx, params)
      const asked = pageAsked(query)
      const { members, services, total } = await pageOfMembers(requireAdministrator(ctx), asked)
      return {
        results: members.map((member) => listedUserShape({ orgId, member, services })),
        ...pageLinks(place(orgId), asked, total),
        refLinks: members.map(({ userId }) => memberLink(orgId, userId)),
      }
    },
  })
}

export const pageUsers = usersAt('/v2', 'pageUsers', 'The users of the organization, page by page (owners and administrators)')
export const pageUsersOfOld = usersAt('', 'pageUsersOfOld', 'The same, at the older address')

/** As many as the console replaced found. */
const MOST_FOUND = 20

export const searchUsers = callerEndpoint({
  method: 'GET',
  path: `${ACCOUNTS}/orgs/{orgId}/users/search`,
  operation: 'searchUsers',
  summary: `Users of the organization by part of their name or e-mail address, ${MOST_FOUND} at most (owners and administrators)`,
  tag: 'Organization',
  params: OF_ORGANIZATION,
  query: z.object({
    userSearchTerm: z
      .string()
      .trim()
      .min(1, 'has to be something')
      .max(120)
      .regex(/^\P{Cc}*$/u, 'has to be without control characters')
      .meta({ description: 'Part of a name or e-mail address, in any case', examples: ['@example.com'] }),
  }),
  answer: z.object({ results: z.array(LISTED_USER) }),
  run: async (ctx, { params, query: { userSearchTerm } }) => {
    const { orgId } = inOrganization(ctx, params)
    const { members, services } = await findMembersCalled(requireAdministrator(ctx), userSearchTerm, MOST_FOUND)
    return { results: members.map((member) => listedUserShape({ orgId, member, services })) }
  },
})
