import type { UserContext } from '../../platform/context'
import type { TokenId } from '../schemas'
import { revokeTokens } from './revoke-tokens'

/**
 * Revokes one of the caller's tokens, and with it the access tokens got with it. Revoking it again
 * changes nothing, so a double click is harmless.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization
 */
export async function revokeToken(ctx: UserContext, { tokenId }: TokenId): Promise<void> {
  await revokeTokens(ctx, { tokenIds: [tokenId] })
}
