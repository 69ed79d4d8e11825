import type { HeldRoles, TokenScopes } from '../identity/permissions'
import { effectivePermissions, readServiceScope } from '../identity/permissions'
import { Refusal } from './refusal'

/** Seconds that an access token lives at most: half an hour, less one so that "30 minutes" is never exceeded. */
export const ACCESS_TOKEN_SECONDS = 1_799
/** What stands for every client: the console replaced knew no other. */
const CLIENT_ID = 'api-token'

/** Whose token it is, as far as every access token tells. */
export type TokenUser = { id: string; email: string }

/** What an ID token tells of its user besides. */
export type TokenProfile = { emailVerified: boolean; firstName: string; lastName: string; locale: string }

/** What an exchange knows once the secret was found right. */
export type Grant = {
  orgId: string
  tokenId: string
  generation: number
  expiresAt: Date | null
  scopes: TokenScopes
  user: TokenUser
  /** Read only where the token has Open ID. */
  profile: TokenProfile | null
  held: HeldRoles
}

/** What the access token may do, and the text of its `scope`. */
export type Granted = {
  permissions: string[]
  scope: string
  /** Whether an ID token comes with it. */
  openId: boolean
  /** Whether its scopes were named one by one: it is then never All Roles, whatever is held at that moment. */
  narrowed: boolean
}

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
  return {
    permissions: permissions.filter((permission) => kept.includes(permission)),
    scope: kept.join(' '),
    openId: kept.includes('openid'),
    narrowed: wanted !== null,
  }
}

/** Whole seconds until the access token ends: never after its API token, so 0 in that one's last second. */
export function accessTokenLifetime(expiresAt: Date | null, now: Date): number {
  if (expiresAt === null) return ACCESS_TOKEN_SECONDS
  const rest = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000)
  return Math.max(0, Math.min(ACCESS_TOKEN_SECONDS, rest))
}

/** Services that a role in `permissions` is for; each is an audience of its own. */
function audiences(issuer: string, permissions: readonly string[]): string[] {
  const services = permissions.flatMap((permission) => readServiceScope(permission)?.serviceId ?? [])
  return [issuer, ...new Set(services)]
}

/** The part before the at sign, by which the console replaced called people. */
export function usernameOf({ email }: Pick<TokenUser, 'email'>): string {
  return email.slice(0, email.lastIndexOf('@'))
}

/** The part behind it. */
export function domainOf({ email }: Pick<TokenUser, 'email'>): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** What access token and ID token both say of user and organization. */
function identityClaims(issuer: string, { orgId, user }: Grant) {
  return {
    iss: issuer,
    sub: user.id,
    azp: CLIENT_ID,
    context_name: orgId,
    context: orgId,
    domain: domainOf(user),
    username: usernameOf(user),
    acct: user.email,
  }
}

/**
 * The claims of an access token, but for `iat`, `exp` and `jti`. `narrowed` is for ourselves, and there only where it is so.
 *
 * @param amr how the exchange was authenticated beyond the API token: `otp` where it took a passcode
 * @see spec: api.md §4; RFC 9068 §2.2; RFC 8176 §2
 */
export function accessTokenClaims(issuer: string, grant: Grant, { permissions, scope, narrowed }: Granted, amr: readonly string[] = []) {
  return {
    ...identityClaims(issuer, grant),
    aud: audiences(issuer, permissions),
    client_id: CLIENT_ID,
    scope,
    tid: grant.tokenId,
    tgn: grant.generation,
    perms: permissions,
    ...(narrowed && { narrowed }),
    ...(amr.length > 0 && { amr }),
  }
}

/**
 * The claims of an ID token, but for `iat`, `exp` and `jti`: who the user is, for the client alone.
 *
 * @param profile of a token with Open ID
 * @see OpenID Connect Core 1.0 §2 and §5.1
 */
export function idTokenClaims(issuer: string, grant: Grant, profile: TokenProfile) {
  const { emailVerified, firstName, lastName, locale } = profile
  return {
    ...identityClaims(issuer, grant),
    aud: CLIENT_ID,
    email: grant.user.email,
    email_verified: emailVerified,
    given_name: firstName,
    family_name: lastName,
    locale,
  }
}
