import { z } from 'zod'
import { FILTER_PARAMETERS } from '../list-address'
import { NO_TOKEN, readFilter, STATUS_FILTERS, VIOLATION_FILTERS, type TokenFilter } from '../token-filter'

/** Characters; a search is cut shorter where it is read. */
const MAX_TEXT = 500

/** What is left out of an address that people share is refused here: a program would take the whole list for an answer. */
const readable = (name: keyof TokenFilter) => (text: string) => {
  const read = readFilter((one) => (one === name ? text : ''))[name]
  return text === '' || (read !== null && read !== '')
}

const text = (name: keyof TokenFilter) => z.string().max(MAX_TEXT).refine(readable(name), 'cannot be read').optional()

/** The filters of the list, by the names that they have in the address of the console's. */
export const FILTER_QUERY = {
  q: z.string().max(MAX_TEXT).refine((search) => !search.includes('tw_'), 'errors.search_holds_part_of_token').optional().meta({ description: 'Part of name, last four characters, user or address' }),
  token: text('token').meta({ description: `The id of a token, or ${NO_TOKEN}` }),
  status: z.enum(STATUS_FILTERS).optional(),
  violation: z.enum(VIOLATION_FILTERS).optional(),
  user: text('user').meta({ description: 'The id of a user' }),
  role: text('role').meta({ description: 'An organization role, external/<service>/<role>, or all' }),
  expires: text('expires').meta({ description: 'Within so many days, or never, expired, live' }),
  unused: text('unused').meta({ description: 'For at least so many days, or ever' }),
}

/** The filter that a query asks for. */
export function askedFilter(query: z.output<z.ZodObject<typeof FILTER_QUERY>>): TokenFilter {
  const given: Record<string, string | undefined> = query
  return readFilter((name) => given[FILTER_PARAMETERS[name]] ?? '')
}
