import { z } from 'zod'
import { TTL_UNITS } from '../time'
import { isOrgRole, isServiceScope } from '../identity/permissions'
import { countCodePoints, hasAllowedCharacters, hasHiddenCharacters, MAX_DESCRIPTION_LENGTH, MAX_NAME_LENGTH, normalizeText } from './token-name'

/** Characters of raw input beyond which nothing is looked at closer. */
export const MAX_RAW_TEXT = 4_096
/** Roles that one request may name; more than any person can hold. */
const MAX_ROLES = 200

export const REMINDER_DAYS = [0, 3, 7, 30] as const
export const TTL_CHOICES = [...TTL_UNITS, 'never'] as const

const name = z
  .string('errors.token_name_required')
  .max(MAX_RAW_TEXT, { error: 'errors.token_name_too_long', abort: true })
  .transform(normalizeText)
  .refine((text) => text.length > 0, { error: 'errors.token_name_required', abort: true })
  .refine((text) => countCodePoints(text) <= MAX_NAME_LENGTH, { error: 'errors.token_name_too_long', abort: true })
  .refine(hasAllowedCharacters, 'errors.token_name_characters')

const description = z
  .string('errors.invalid_input')
  .max(MAX_RAW_TEXT, { error: 'errors.description_too_long', abort: true })
  .transform(normalizeText)
  .refine((text) => countCodePoints(text) <= MAX_DESCRIPTION_LENGTH, 'errors.description_too_long')
  .refine((text) => !hasHiddenCharacters(text), 'errors.description_characters')

const ttlValue = z
  .number('errors.ttl_required')
  .int('errors.ttl_not_whole')
  .min(1, 'errors.ttl_too_short')
  .max(10_000_000, 'errors.ttl_too_long')

const role = z.string('errors.invalid_input').max(200, 'errors.invalid_input').refine((text) => isOrgRole(text) || isServiceScope(text), 'errors.invalid_input')

/**
 * What Generate a New API Token asks for; the same on both sides of the wire.
 *
 * Messages are keys. Limits that depend on the day or on the organization are checked where the token is issued.
 */
export const generateTokenSchema = z
  .strictObject({
    /** The organization that the form was made for; another window may have switched since. */
    orgId: z.uuid('errors.invalid_input'),
    name,
    description,
    ttlValue,
    ttlUnit: z.enum(TTL_CHOICES, 'errors.ttl_required'),
    scope: z.enum(['chosen', 'all'], 'errors.scope_required'),
    roles: z.array(role, 'errors.scope_required').max(MAX_ROLES, 'errors.invalid_input'),
    openId: z.boolean('errors.invalid_input'),
    reminderDays: z.literal(REMINDER_DAYS, 'errors.reminder_invalid'),
    idempotencyKey: z.uuid('errors.invalid_input'),
  })
  .refine((input) => input.scope === 'all' || input.roles.length > 0 || input.openId, { path: ['roles'], error: 'errors.scope_required' })

export type GenerateTokenInput = z.input<typeof generateTokenSchema>
export type GenerateToken = z.output<typeof generateTokenSchema>

export const tokenIdSchema = z.strictObject({ tokenId: z.uuid('errors.invalid_input') })
export type TokenId = z.output<typeof tokenIdSchema>

/** Tokens that one request may name: more than a page of the list shows. */
const MAX_TOKENS = 200

export const tokenIdsSchema = z.strictObject({
  tokenIds: z.array(z.uuid('errors.invalid_input'), 'errors.invalid_input').min(1, 'errors.invalid_input').max(MAX_TOKENS, 'errors.invalid_input'),
})
export type TokenIds = z.output<typeof tokenIdsSchema>

/** What the person saw when they asked for all of them: the organization, and how many there were. */
export const allTokensSchema = z.strictObject({
  orgId: z.uuid('errors.invalid_input'),
  count: z.int('errors.invalid_input').min(1, 'errors.invalid_input'),
})
export type AllTokens = z.output<typeof allTokensSchema>

/** What the database keeps. */
const LONGEST_REMINDER_DAYS = 365

/** What can be changed of a token without a new secret. */
export const editTokenSchema = z.strictObject({
  tokenId: z.uuid('errors.invalid_input'),
  name,
  description,
  /** One of REMINDER_DAYS, or whatever the token has already. */
  reminderDays: z.int('errors.reminder_invalid').min(0, 'errors.reminder_invalid').max(LONGEST_REMINDER_DAYS, 'errors.reminder_invalid'),
})
export type EditTokenInput = z.input<typeof editTokenSchema>
export type EditToken = z.output<typeof editTokenSchema>

/** `generation` is the one that the caller saw; `ttl` a shorter life than before, null for the same. */
export const regenerateTokenSchema = z.strictObject({
  tokenId: z.uuid('errors.invalid_input'),
  generation: z.int('errors.invalid_input').min(1, 'errors.invalid_input').max(2_147_483_646, 'errors.invalid_input'),
  ttl: z.strictObject({ value: ttlValue, unit: z.enum(TTL_UNITS, 'errors.ttl_required') }, 'errors.ttl_required').nullable(),
})
export type RegenerateToken = z.output<typeof regenerateTokenSchema>
