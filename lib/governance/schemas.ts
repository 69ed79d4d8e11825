import { z } from 'zod'
import { DEACTIVATION_REASONS } from '../tokens/deactivation-reason'
import { countCodePoints, hasHiddenCharacters, normalizeText } from '../tokens/token-name'
import { FILTER_PARAMETERS } from './list-address'
import { readFilter, type TokenFilter } from './token-filter'

/** Tokens that one request may name. More of them are changed by a filter, see start-bulk-change. */
const MAX_CHOSEN_TOKENS = 1_000
/** Code points of a note. */
const MAX_NOTE_LENGTH = 500
/** Characters of raw input beyond which nothing is looked at closer. */
const MAX_RAW_TEXT = 4_096

const tokenIds = z
  .array(z.uuid('errors.invalid_input'), 'errors.invalid_input')
  .min(1, 'errors.invalid_input')
  .max(MAX_CHOSEN_TOKENS, 'errors.selection_too_large')
  .refine((ids) => new Set(ids).size === ids.length, 'errors.invalid_input')

const reason = z.enum(DEACTIVATION_REASONS, 'errors.reason_required')

/** A browser sends line breaks as two characters. */
const note = z
  .string('errors.invalid_input')
  .max(MAX_RAW_TEXT, { error: 'errors.note_too_long', abort: true })
  .transform((text) => normalizeText(text.replaceAll(/\r\n?/g, '\n')))
  .refine((text) => countCodePoints(text) <= MAX_NOTE_LENGTH, 'errors.note_too_long')
  .refine((text) => !hasHiddenCharacters(text.replaceAll('\n', ' ')), 'errors.note_characters')

/** What an owner is asked before deactivating. An empty note is none. */
export const deactivateTokensSchema = z.strictObject({ tokenIds, reason, note })
export type DeactivateTokensInput = z.input<typeof deactivateTokensSchema>
export type DeactivateTokens = z.output<typeof deactivateTokensSchema>

export const activateTokensSchema = z.strictObject({ tokenIds })
export type ActivateTokens = z.output<typeof activateTokensSchema>

const FILTER_NAMES = Object.keys(FILTER_PARAMETERS) as (keyof TokenFilter)[]

/** Characters that a filter's value may have; a search is cut shorter where it is read. */
const MAX_FILTER_TEXT = 500

/**
 * A filter as it stands in the address of the list. There, what can't be read is left out; here that would change
 * tokens that nobody meant, so it is refused.
 */
const filter = z
  .partialRecord(z.enum(Object.values(FILTER_PARAMETERS) as [string, ...string[]]), z.string().max(MAX_FILTER_TEXT), 'errors.invalid_input')
  .refine((parameters) => {
    const read = readFilter((name) => parameters[FILTER_PARAMETERS[name]] ?? '')
    return FILTER_NAMES.every((name) => !parameters[FILTER_PARAMETERS[name]] || (read[name] !== null && read[name] !== ''))
  }, 'errors.invalid_input')

/** A filter means other tokens in another organization, and another window may have switched to one since. */
const orgId = z.uuid('errors.invalid_input')

/** How many there would be to change. */
export const countMatchingSchema = z.strictObject({ orgId, kind: z.enum(['deactivate', 'activate'], 'errors.invalid_input'), filter })
export type CountMatching = z.output<typeof countMatchingSchema>

/** The number that the person was shown and confirmed. */
const count = z.int('errors.invalid_input').min(1, 'errors.invalid_input')

export const changeMatchingSchema = z.discriminatedUnion(
  'kind',
  [z.strictObject({ orgId, kind: z.literal('deactivate'), filter, count, reason, note }), z.strictObject({ orgId, kind: z.literal('activate'), filter, count })],
  'errors.invalid_input',
)
export type ChangeMatchingInput = z.input<typeof changeMatchingSchema>
export type ChangeMatching = z.output<typeof changeMatchingSchema>
