import { quickRead } from '../platform/db'
import type { Grant, TokenProfile } from './access-token'
import type { RefusalCode } from './refusal'

type Row = {
  id: string
  user_id: string
  generation: number
  expires_at: string | null
  all_roles: boolean
  org_roles: string[]
  service_roles: string[]
  open_id: boolean
  refusal: RefusalCode | null
  email: string
  profile: TokenProfile | null
  held_roles: string[] | null
  held_service_roles: string[] | null
  mfa_required: boolean
  mfa_device: boolean
  now: string
}

/** A token that was found by its right secret. */
export type FoundToken = {
  grant: Grant
  /** Why nothing can be done with it at `now`; null where it works. */
  refusal: RefusalCode | null
  /** Whether an exchange needs a passcode, and whether the user has a device to make one. */
  mfa: { required: boolean; device: boolean }
  /** The database's clock. */
  now: Date
}

/**
 * As one value of JSON, and no more of it than is needed: to describe and to read two dozen columns costs an exchange
 * more than to find them. Of the causes of a refusal the worst is told: what is over for good outranks what could be undone.
 */
const FOUND = `SELECT to_json(found) AS found FROM (
  SELECT t.id, t.user_id, t.generation, t.expires_at, t.all_roles, t.org_roles, t.service_roles, t.open_id,
         CASE WHEN t.revoked_at IS NOT NULL THEN 'token_revoked'
              WHEN t.deactivated_at IS NOT NULL THEN 'token_deactivated'
              WHEN t.expires_at <= now() THEN 'token_expired'
              WHEN u.state = 'active' AND m.status = 'active' THEN NULL
              ELSE 'user_inactive' END AS refusal,
         u.email,
         CASE WHEN t.open_id THEN json_build_object('emailVerified', u.email_verified_at IS NOT NULL, 'firstName', u.first_name, 'lastName', u.last_name, 'locale', u.locale) END AS profile,
         m.roles AS held_roles, m.service_roles AS held_service_roles,
         coalesce(d.turned_on, false) OR o.mfa_enforced_at IS NOT NULL AS mfa_required,
         d.activated_at IS NOT NULL AS mfa_device, now() AS now
    FROM api_token t
    JOIN user_account u ON u.id = t.user_id
    JOIN organization o ON o.id = t.org_id
    LEFT JOIN membership m ON m.org_id = t.org_id AND m.user_id = t.user_id
    LEFT JOIN mfa_device d ON d.user_id = t.user_id
   WHERE t.org_id = $1 AND t.digest = $2) found`

function toFoundToken(orgId: string, row: Row): FoundToken {
  return {
    grant: {
      orgId,
      tokenId: row.id,
      generation: row.generation,
      expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
      scopes: { allRoles: row.all_roles, orgRoles: row.org_roles, serviceRoles: row.service_roles, openId: row.open_id },
      user: { id: row.user_id, email: row.email },
      profile: row.profile,
      held: { roles: row.held_roles ?? [], serviceRoles: row.held_service_roles ?? [] },
    },
    refusal: row.refusal,
    mfa: { required: row.mfa_required, device: row.mfa_device },
    now: new Date(row.now),
  }
}

/**
 * The token whose stored digest is one of `digests`; null where the secret is unknown or was replaced.
 *
 * One statement for each, and there are several only while an HMAC key is being replaced: asked for a list, PostgreSQL
 * expects many rows and reads whole tables to join them.
 */
export async function findTokenByDigest(orgId: string, digests: Buffer[]): Promise<FoundToken | null> {
  for (const digest of digests.toReversed()) {
    const [read] = await quickRead<{ found: Row }>({ name: 'find_token_by_digest', text: FOUND, values: [orgId, digest] })
    if (read) return toFoundToken(orgId, read.found)
  }
  return null
}
