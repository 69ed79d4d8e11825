import { DomainError } from '../../errors'
import type { GovernorContext } from '../../platform/roles'
import { readSearch } from '../../tokens/list-filter'
import { NO_TOKEN, type TokenFilter } from '../token-filter'
import { findTokenIdBySecret } from './find-token-by-secret'

/** An API token, whatever was copied around it. */
const WHOLE_TOKEN = /tw_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}(?![0-9A-Za-z])/

/** Longer than any search, and not as anybody names things: a secret of which the beginning was not copied. */
const LONG_RUN = /[0-9A-Za-z_]{41,}/

function couldBePartOfToken(text: string): boolean {
  const run = LONG_RUN.exec(text)?.[0] ?? ''
  return text.includes('tw_') || [/\d/, /[A-Z]/, /[a-z]/].every((kind) => kind.test(run))
}

/**
 * What a typed search makes of a filter. Of a whole API token only the id of the token that has it comes out.
 *
 * @throws {DomainError} search_holds_part_of_token where the text could be part of a secret: it must get into no address
 */
export async function findSearched(ctx: GovernorContext, text: string): Promise<Pick<TokenFilter, 'search' | 'token'>> {
  const apiToken = WHOLE_TOKEN.exec(text)?.[0]
  if (apiToken) return { search: '', token: (await findTokenIdBySecret(ctx, apiToken)) ?? NO_TOKEN }
  if (couldBePartOfToken(text)) throw new DomainError('search_holds_part_of_token', 'q')
  return { search: readSearch(text), token: null }
}
