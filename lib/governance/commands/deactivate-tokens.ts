import type { GoverningOwnerContext } from '../../platform/roles'
import type { DeactivateTokens } from '../schemas'
import type { TokenResult } from '../token-change'
import { switchChosen } from './switch-chosen'

/**
 * Deactivates tokens of the organization: from the commit on they can't be exchanged, and the access tokens got with
 * them are refused. Each user is told by one mail, and each token has one audit event. Those that are deactivated
 * already stay as they are, with the reason that they have: so asking twice changes nothing the second time.
 *
 * Anybody's tokens, the owner's own and those of people who have left, too.
 *
 * @returns of each token asked for, in that order, whether it was changed; refused are revoked ones and what is not
 *   the organization's
 * @see spec: product.md §4, Deactivate
 */
export async function deactivateTokens(ctx: GoverningOwnerContext, { tokenIds, reason, note }: DeactivateTokens): Promise<TokenResult[]> {
  return switchChosen(ctx, tokenIds, { kind: 'deactivate', reason, note: note === '' ? null : note })
}
