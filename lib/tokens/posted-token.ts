import { z } from 'zod'
import { generateTokenSchema } from './schemas'
import { parseWhole } from './whole-number'

/** Names of the form's fields that a person fills in, and may be shown again. */
export const POSTED_TOKEN_FIELDS = ['name', 'description', 'ttlValue', 'ttlUnit', 'scope', 'roles', 'openId', 'reminderDays', 'idempotencyKey'] as const

/** A form as a browser without JavaScript posts it: each field with the texts that it holds. */
export type PostedToken = Partial<Record<string, string[]>>

/** What was typed and chosen, as generateTokenSchema wants it; whatever is missing is left for the schema to refuse. */
export function readPostedToken(fields: PostedToken) {
  const text = (name: string) => fields[name]?.[0]
  const never = text('ttlUnit') === 'never'
  return {
    orgId: text('orgId'),
    name: text('name') ?? '',
    description: text('description') ?? '',
    // Where the token never expires its length does not count: without JavaScript the field stands there all the same.
    ttlValue: never ? 1 : parseWhole(text('ttlValue') ?? ''),
    ttlUnit: text('ttlUnit'),
    scope: text('scope'),
    roles: text('scope') === 'all' ? [] : (fields['roles'] ?? []),
    openId: text('openId') !== undefined,
    reminderDays: parseWhole(text('reminderDays') ?? ''),
    idempotencyKey: text('idempotencyKey'),
  }
}

/** Generate a New API Token as a form. */
export const postedTokenSchema = z.preprocess((fields) => readPostedToken(fields as PostedToken), generateTokenSchema)
