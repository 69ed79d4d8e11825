import type { GoverningOwnerContext } from '../../platform/roles'
import type { ActivateTokens } from '../schemas'
import type { TokenResult } from '../token-change'
import { switchChosen } from './switch-chosen'

/**
 * Activates tokens of the organization again. An expired one stays expired until its user regenerates it, and the
 * result says so. Access tokens got before the token was deactivated stay refused.
 *
 * @returns as deactivateTokens
 * @see spec: product.md §4, Activate
 */
export async function activateTokens(ctx: GoverningOwnerContext, { tokenIds }: ActivateTokens): Promise<TokenResult[]> {
  return switchChosen(ctx, tokenIds, { kind: 'activate' })
}
