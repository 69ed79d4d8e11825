import { accessTokenClaims, grantPermissions, type Granted } from '../../access/access-token'
import type { FoundToken } from '../../access/queries'
import { Refusal } from '../../access/refusal'
import { findCallerOf } from '../../interface/queries'
import { env } from '../../platform/env'
import type { Peer } from '../../platform/peer'
import { prisma } from '../../platform/db'
import { verifyAccessToken } from '../../platform/verify-access-token'
import { readApiToken } from '../../tokens/api-token'
import { readServiceScope } from '../../identity/permissions'
import { INTROSPECTION, type Introspection } from '../introspection'
import { findPresentedToken } from './find-presented-token'

const INACTIVE: Introspection = { active: false }

const inSeconds = (at: Date) => Math.floor(at.getTime() / 1_000)

/**
 * What an exchange would give now; null where it would be refused. A passcode is not asked for: active is what has
 * neither ended nor been revoked, and who exchanges it gives the passcode then.
 *
 * @see RFC 7662 §2.2
 */
function grantNow({ grant, refusal }: FoundToken): Granted | null {
  if (refusal) return null
  try {
    return grantPermissions(grant, null)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function introspectApiToken(text: string): Promise<Introspection> {
  const found = await findPresentedToken(text)
  const granted = found && grantNow(found)
  if (!granted) return INACTIVE
  const { orgId, tokenId, expiresAt } = found.grant
  const { issuedAt } = await prisma().apiToken.findUniqueOrThrow({ where: { orgId_id: { orgId, id: tokenId } }, select: { issuedAt: true } })
  return INTROSPECTION.parse({
    ...accessTokenClaims(env().publicUrl, found.grant, granted),
    active: true,
    token_type: 'refresh_token',
    iat: inSeconds(issuedAt),
    ...(expiresAt && { exp: inSeconds(expiresAt) }),
    jti: tokenId,
  })
}

/** Audiences of services, a role of which is held still; ourselves always. */
function audiencesLeft(audiences: unknown, permissions: readonly string[]): string[] {
  const services = permissions.flatMap((permission) => readServiceScope(permission)?.serviceId ?? [])
  return [audiences].flat().map(String).filter((audience) => audience === env().publicUrl || services.includes(audience))
}

/** Of its permissions only those that its user holds still. */
async function introspectAccessToken(text: string, peer: Peer): Promise<Introspection> {
  const claims = await verifyAccessToken(text)
  const caller = claims && (await findCallerOf(claims, peer))
  if (!caller) return INACTIVE
  const held = [...caller.roles.map((role) => `csp:${role}`), ...caller.serviceRoles]
  const perms = caller.accessToken.permissions.filter((permission) => held.includes(permission))
  const scope = caller.accessToken.scope.split(' ').filter((name) => name === 'openid' || perms.includes(name))
  if (scope.length === 0) return INACTIVE
  return INTROSPECTION.parse({ ...claims, active: true, token_type: 'bearer', aud: audiencesLeft(claims.aud, perms), scope: scope.join(' '), perms })
}

/**
 * What a token may do at this moment, an API token or an access token alike. Whatever is not live, or is not ours, is
 * the same to whoever asks.
 */
export async function introspect(token: string, peer: Peer): Promise<Introspection> {
  return readApiToken(token) ? introspectApiToken(token) : introspectAccessToken(token, peer)
}
