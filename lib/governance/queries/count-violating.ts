import type { UserContext } from '../../platform/context'
import { isGovernor, requireGovernor } from '../../platform/roles'
import type { Total } from '../../total'
import { KIND_FILTERS } from '../kind-filters'
import { countTokens } from './count-tokens'

/** How many tokens violate a policy, for who may see which; null for everybody else. */
export async function countViolating(ctx: UserContext): Promise<Total | null> {
  if (!isGovernor(ctx) || !ctx.igaActivated) return null
  return countTokens(requireGovernor(ctx), KIND_FILTERS.violating, new Date())
}
