import type { HeldRoles, TokenScopes } from '../identity/permissions'
import { effectivePermissions, readServiceScope } from '../identity/permissions'
import { Refusal } from './refusal'

/** Seconds that an access token lives at most: half an hour, less one so that "30 minutes" is never exceeded. */
export const ACCESS_TOKEN_SECONDS = 1_799
/** What stands for every client: the console replaced knew no other. */
export const CLIENT_ID = 'api-token'

/** What an exchange knows once the secret was found right. */
export type Grant = {
  orgId: string
  tokenId: string
  generation: number
  expiresAt: Date | null
  scopes: TokenScopes
  user: { id: string; email: string }
  held: HeldRoles
}

/** What the access token may do, and the text of its `scope`. */
export type Granted = { permissions: string[]; scope: string }

/**
 * The permissions that `grant` gives now, narrowed to `wanted`.
 *
 * @throws {Refusal} no_permissions where nothing is left; invalid_scope where `wanted` goes beyond
 */
export function grantPermissions(grant: Grant, wanted: string[] | null): Granted {
  const permissions = effectivePermissions(grant.scopes, grant.held)
  if (permissions.length === 0 && !grant.scopes.openId) throw new Refusal('no_permissions')
  const available = [...(grant.scopes.openId ? ['openid'] : []), ...permissions]
  if (wanted?.some((scope) => !available.includes(scope))) throw new Refusal('invalid_scope')
  const kept = wanted ? available.filter((scope) => wanted.includes(scope)) : available
  return { permissions: permissions.filter((permission) => kept.includes(permission)), scope: kept.join(' ') }
}

/** Seconds until the access token ends: never after its API token. */
export function accessTokenLifetime(expiresAt: Date | null, now: Date): number {
  if (expiresAt === null) return ACCESS_TOKEN_SECONDS
  const rest = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000)
  return Math.max(1, Math.min(ACCESS_TOKEN_SECONDS, rest))
}

/** Services that a role in `permissions` is for; each is an audience of its own. */
function audiences(issuer: string, permissions: readonly string[]): string[] {
  const services = permissions.flatMap((permission) => readServiceScope(permission)?.serviceId ?? [])
  return [issuer, ...new Set(services)]
}

/**
 * The claims of an access token, but for `iat`, `exp` and `jti`.
 *
 * @see spec: api.md §4; RFC 9068 §2.2
 */
export function accessTokenClaims(issuer: string, grant: Grant, { permissions, scope }: Granted) {
  const domain = grant.user.email.slice(grant.user.email.indexOf('@') + 1)
  return {
    iss: issuer,
    sub: grant.user.id,
    aud: audiences(issuer, permissions),
    azp: CLIENT_ID,
    client_id: CLIENT_ID,
    scope,
    tid: grant.tokenId,
    tgn: grant.generation,
    context_name: grant.orgId,
    context: grant.orgId,
    domain,
    username: grant.user.email.slice(0, grant.user.email.indexOf('@')),
    acct: grant.user.email,
    perms: permissions,
  }
}
