import { CALLERS, GOVERNORS, MEMBERS, nothing, ofOrganization, type Asked, type Rows } from '../row'
import type { World } from '../world'

const onMember = ({ orgId, people }: World): Asked => ({ params: { orgId, userId: people.member.ctx.userId } })
const onAccount = ({ orgId, people }: World): Asked => ({ params: { orgId, userId: people.member.ctx.email } })
const pages = { pageStart: '1', pageLimit: '2' }

export const PEOPLE_ROWS: Rows = {
  findLoggedInUser: { ask: nothing, doors: CALLERS },
  findLoggedInProfile: { ask: nothing, doors: CALLERS },
  listLoggedInOrganizations: { ask: () => ({ query: { expand: '1' } }), doors: CALLERS },
  pageLoggedInOrganizations: { ask: () => ({ query: pages }), doors: CALLERS },
  findDefaultOrganization: { ask: nothing, doors: CALLERS },
  findUserInfo: { ask: nothing, doors: CALLERS },
  postUserInfo: { ask: nothing, doors: CALLERS },
  findLoggedInInfo: { ask: ofOrganization, doors: MEMBERS },
  findLoggedInRoles: { ask: ofOrganization, doors: MEMBERS },
  findLoggedInServiceRoles: { ask: ofOrganization, doors: MEMBERS },
  findLoggedInGroups: { ask: ofOrganization, doors: MEMBERS },
  findMemberInfo: { ask: onMember, doors: GOVERNORS },
  findMemberRoles: { ask: onMember, doors: GOVERNORS },
  findMemberServiceRoles: { ask: onMember, doors: GOVERNORS },
  findMemberGroups: { ask: onMember, doors: GOVERNORS },
  findMemberInfoOfOld: { ask: onAccount, doors: GOVERNORS },
  findMemberRolesOfOld: { ask: onAccount, doors: GOVERNORS },
  findMemberServiceRolesOfOld: { ask: onAccount, doors: GOVERNORS },
  findMemberGroupsOfOld: { ask: onAccount, doors: GOVERNORS },
  findOrganization: { ask: ofOrganization, doors: MEMBERS },
  listOrganizationRoles: { ask: ofOrganization, doors: MEMBERS },
  pageUsers: { ask: (world) => ({ ...ofOrganization(world), query: pages }), doors: GOVERNORS },
  pageUsersOfOld: { ask: (world) => ({ ...ofOrganization(world), query: pages }), doors: GOVERNORS },
  searchUsers: { ask: (world) => ({ ...ofOrganization(world), query: { userSearchTerm: '@' } }), doors: GOVERNORS },
}
