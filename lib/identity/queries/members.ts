import type { UserContext } from '../../platform/context'
import { promptQuery } from '../../platform/db'
import type { AdministratorContext } from '../../platform/roles'

/** A service that some of the people found have a role of, with the names of all its roles. */
export type ServiceNames = { id: string; name: string; roles: Record<string, string> }

/** Who somebody is, seen from one organization. `suspended`: there, or everywhere. */
export type PersonFacts = {
  userId: string
  email: string
  emailVerified: boolean
  firstName: string
  lastName: string
  locale: string
  suspended: boolean
}

/** What a person is in an organization; instants in epoch seconds. */
export type MemberFacts = PersonFacts & {
  roles: string[]
  serviceRoles: string[]
  since: number
  changed: number
}

export type FoundMembers = { total: number; members: MemberFacts[]; services: ServiceNames[] }

const SECONDS = (column: string) => `floor(extract(epoch FROM ${column}))::bigint`

/** Who was removed belongs to the organization no more. */
const BELONGS = `m.org_id = $1 AND m.status <> 'removed'`

/** @param which the conditions, order and limits that tell which members of organization $1 */
const sql = (which: string) => `
  WITH picked AS (SELECT m.* FROM membership m WHERE ${BELONGS} ${which})
  SELECT (SELECT count(*)::int FROM membership m WHERE ${BELONGS}) AS total,
         (SELECT coalesce(json_agg(json_build_object(
                   'userId', u.id, 'email', u.email, 'emailVerified', u.email_verified_at IS NOT NULL, 'firstName', u.first_name, 'lastName', u.last_name,
                   'locale', u.locale, 'suspended', p.status = 'suspended' OR u.state = 'suspended', 'roles', p.roles, 'serviceRoles', p.service_roles,
                   'since', ${SECONDS('p.created_at')}, 'changed', ${SECONDS('p.updated_at')}) ORDER BY p.user_id), '[]')
            FROM picked p JOIN user_account u ON u.id = p.user_id) AS members,
         (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.display_name, 'roles',
                   (SELECT coalesce(json_object_agg(r.name, r.display_name), '{}') FROM service_role r WHERE r.service_id = s.id)) ORDER BY s.id), '[]')
            FROM service s
           WHERE s.id IN (SELECT split_part(scope, '/', 2) FROM picked p, unnest(p.service_roles) scope)) AS services`

const PAGE = sql('ORDER BY m.user_id OFFSET $2 LIMIT $3')
const ONE = sql('AND m.user_id = $2')
const ONE_BY_ACCOUNT = sql('AND m.user_id = (SELECT id FROM user_account WHERE email = $2)')
const CALLED = sql(`
   AND EXISTS (SELECT 1 FROM user_account u WHERE u.id = m.user_id AND strpos(lower(u.first_name || ' ' || u.last_name || ' ' || u.email), lower($2)) > 0)
 ORDER BY m.user_id LIMIT $3`)

/**
 * A stretch of the organization's people, suspended ones too, by id: an order that no new name and hardly any newcomer
 * changes while somebody turns the pages.
 *
 * @param start number of the first, counted from 1
 */
export async function pageOfMembers({ orgId }: AdministratorContext, { start, limit }: { start: number; limit: number }): Promise<FoundMembers> {
  const [found] = await promptQuery<FoundMembers>({ name: 'page_of_members', text: PAGE, values: [orgId, start - 1, limit] })
  return found ?? { total: 0, members: [], services: [] }
}

export type FoundMember = { member: MemberFacts; services: ServiceNames[] }

async function readMember(orgId: string, user: string): Promise<FoundMember | null> {
  const asked = user.includes('@') ? { name: 'member_by_account', text: ONE_BY_ACCOUNT, values: [orgId, user.toLowerCase()] } : { name: 'member', text: ONE, values: [orgId, user] }
  const [found] = await promptQuery<FoundMembers>(asked)
  const member = found?.members[0]
  return found && member ? { member, services: found.services } : null
}

/**
 * What somebody is in the caller's organization; null where they do not belong to it.
 *
 * @param user their id, or their account, which is their e-mail address in any case
 */
export async function findMemberFacts({ orgId }: AdministratorContext, user: string): Promise<FoundMember | null> {
  return readMember(orgId, user)
}

/** People of the organization, suspended ones too, whose name or e-mail address holds `term`, by id. No character is a wildcard. */
export async function findMembersCalled({ orgId }: AdministratorContext, term: string, most: number): Promise<FoundMembers> {
  const [found] = await promptQuery<FoundMembers>({ name: 'members_called', text: CALLED, values: [orgId, term.normalize('NFC'), most] })
  return found ?? { total: 0, members: [], services: [] }
}

/**
 * What the caller is in the organization that they call for: with the roles that count in this call, which an access
 * token may have fewer of than its user. Services ask this to learn what its bearer may do.
 */
export async function findOwnMembership(ctx: UserContext): Promise<FoundMember | null> {
  const found = await readMember(ctx.orgId, ctx.userId)
  return found && { ...found, member: { ...found.member, roles: ctx.roles, serviceRoles: ctx.serviceRoles } }
}
