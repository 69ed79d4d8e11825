import type { GovernorContext } from '../../platform/roles'
import { findNames } from '../../tokens/queries/find-names'
import { withSeen } from '../../total'
import type { TokenPage } from '../governed-token'
import { sortKeyOf, writeCursor } from '../list-cursor'
import { countTokens } from './count-tokens'
import { toGovernedToken, type GovernedTokenRow } from './governed-token-row'
import { readPage, type PagePlace } from './read-page'

/**
 * A page of the organization's tokens, with how many there are in all.
 *
 * A cursor that is damaged or of another order leads to the first page. `from` is as good as the cursor's: tokens that
 * came or went meanwhile shift it.
 */
export async function listTokens(ctx: GovernorContext, place: PagePlace): Promise<TokenPage> {
  const now = new Date()
  const counting = countTokens(ctx, place.filter, now)
  const [{ rows, from, more }, total] = await Promise.all([readPage({ ctx, place, now, total: counting }), counting])
  const names = await findNames(rows)
  const cursorOf = (row: GovernedTokenRow | undefined, ordinal: number) =>
    row ? writeCursor({ key: sortKeyOf(row, place.sort.key), id: row.id, ordinal }, place.sort) : null
  const last = from + rows.length - 1
  return {
    tokens: rows.map((row) => toGovernedToken(row, names, now)),
    from,
    total: withSeen(total, more ? last + 1 : last),
    next: more ? cursorOf(rows.at(-1), last) : null,
    previous: from > 1 ? cursorOf(rows[0], from) : null,
  }
}
