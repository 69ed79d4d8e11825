import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { isLocale } from '../identity/locales'
import { effectivePermissions, isOrgRole } from '../identity/permissions'
import type { AccessTokenFacts, UserContext } from '../platform/context'
import { promptQuery } from '../platform/db'
import type { Peer } from '../platform/peer'
import { verifyAccessToken } from '../platform/verify-access-token'

/** A person who calls by access token. Their roles are those that the access token has and that are held still. */
export type CallerFacts = UserContext & { emailVerified: boolean; accessToken: AccessTokenFacts }

const CLAIMS = z.object({
  tid: z.uuid(),
  tgn: z.number().int(),
  context_name: z.uuid(),
  sub: z.uuid(),
  scope: z.string(),
  perms: z.array(z.string()),
  narrowed: z.boolean().default(false),
  amr: z.array(z.string()).default([]),
  exp: z.number().int(),
  jti: z.uuid(),
})

type Row = {
  email: string
  email_verified: boolean
  first_name: string
  last_name: string
  locale: string
  time_zone: string | null
  org_name: string
  iga_activated: boolean
  roles: string[]
  service_roles: string[]
  organizations: { id: string; name: string }[]
}

/** Whoever is behind an access token, if its API token is alive and of the same generation: no row otherwise. */
const SQL = `
  SELECT u.email, u.email_verified_at IS NOT NULL AS email_verified, u.first_name, u.last_name, u.locale, u.time_zone,
         o.name AS org_name, o.iga_activated_at IS NOT NULL AS iga_activated, m.roles, m.service_roles,
         (SELECT json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name, x.id)
            FROM membership y JOIN organization x ON x.id = y.org_id
           WHERE y.user_id = u.id AND y.status = 'active') AS organizations
    FROM api_token t
    JOIN user_account u ON u.id = t.user_id AND u.state = 'active'
    JOIN membership m ON m.org_id = t.org_id AND m.user_id = t.user_id AND m.status = 'active'
    JOIN organization o ON o.id = t.org_id
   WHERE t.org_id = $1 AND t.id = $2 AND t.user_id = $3 AND t.generation = $4
     AND t.revoked_at IS NULL AND t.deactivated_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
     AND NOT EXISTS (SELECT 1 FROM ended_access_token e WHERE e.org_id = $1 AND e.jti = $5)`

/**
 * Who calls with this access token; null where it is not ours or has ended, or the API token behind it has been
 * regenerated, revoked, deactivated or has expired, or itself was ended before its time, or its user was suspended or removed since.
 *
 * @see spec: api.md §5
 */
export async function findCaller(bearer: string, peer: Peer): Promise<CallerFacts | null> {
  const claims = await verifyAccessToken(bearer)
  return claims && findCallerOf(claims, peer)
}

/** The same by claims of an access token that was verified already: a signature takes longer than the rest. */
export async function findCallerOf(claims: JWTPayload, peer: Peer): Promise<CallerFacts | null> {
  const read = CLAIMS.safeParse(claims)
  if (!read.success) return null
  const { tid: tokenId, tgn, context_name: orgId, sub: userId, scope, perms, narrowed, amr: methods, exp: expiresAt, jti } = read.data
  const [row] = await promptQuery<Row>({ name: 'find_caller', text: SQL, values: [orgId, tokenId, userId, tgn, jti] })
  if (!row) return null
  const held = effectivePermissions({ allRoles: true, orgRoles: [], serviceRoles: [], openId: false }, { roles: row.roles, serviceRoles: row.service_roles })
  const permissions = perms.filter((permission) => held.includes(permission))
  const facts: Omit<CallerFacts, keyof { [key: symbol]: never }> = {
    userId,
    email: row.email,
    emailVerified: row.email_verified,
    firstName: row.first_name,
    lastName: row.last_name,
    locale: isLocale(row.locale) ? row.locale : 'en',
    timeZone: row.time_zone ?? 'UTC',
    theme: 'system',
    orgId,
    orgName: row.org_name,
    roles: permissions.map((permission) => permission.replace(/^csp:/, '')).filter(isOrgRole),
    serviceRoles: permissions.filter((permission) => !permission.startsWith('csp:')),
    organizations: row.organizations,
    igaActivated: row.iga_activated,
    signedInRecently: false,
    request: peer,
    accessToken: { tokenId, generation: tgn, permissions: perms, scope, narrowed, methods, expiresAt },
  }
  return facts as CallerFacts
}
