import { DomainError } from '../../errors'
import type { TokenScopes } from '../../identity/permissions'
import type { AccessTokenFacts, UserContext } from '../../platform/context'
import type { Tx } from '../../platform/transaction'
import { isWithin } from '../within-access-token'
import type { Held } from './issuing'

type Source = { all_roles: boolean; mfa_is_on: boolean }

/** The API token behind an access token, if the one is still what it was when it gave the other. */
async function findSource(tx: Tx, { orgId, userId }: UserContext, { tokenId, generation }: AccessTokenFacts): Promise<Source | undefined> {
  const [source] = await tx.$queryRaw<Source[]>`
    SELECT t.all_roles,
           o.mfa_enforced_at IS NOT NULL OR EXISTS (SELECT FROM mfa_device d WHERE d.user_id = t.user_id AND d.activated_at IS NOT NULL AND d.turned_on) AS mfa_is_on
      FROM api_token t JOIN organization o ON o.id = t.org_id
     WHERE t.org_id = ${orgId}::uuid AND t.id = ${tokenId}::uuid AND t.user_id = ${userId}::uuid AND t.generation = ${generation}
       AND t.revoked_at IS NULL AND t.deactivated_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ${tx.now})`
  return source
}

/**
 * Refuses what would turn an access token into more than it is. Whoever has signed in to the console is not bound by
 * one. Call it with the membership locked and the token that is given a secret, if there is one already, too.
 *
 * @param made what the API token is for
 * @throws {DomainError} insufficient_scope, also where MFA is on and the access token was got without a passcode;
 *   signed_out where the API token behind it has ended meanwhile
 * @see spec: api.md §5
 */
export async function requireWithinAccessToken(tx: Tx, ctx: UserContext, made: TokenScopes, held: Held): Promise<void> {
  const { accessToken } = ctx
  if (!accessToken) return
  const source = await findSource(tx, ctx, accessToken)
  if (!source) throw new DomainError('signed_out')
  if (source.mfa_is_on && !accessToken.methods.includes('otp')) throw new DomainError('insufficient_scope')
  const power = { permissions: accessToken.permissions, scope: accessToken.scope, allRoles: source.all_roles && !accessToken.narrowed }
  if (!isWithin(power, made, { roles: held.roles, serviceRoles: held.service_roles })) throw new DomainError('insufficient_scope')
}
