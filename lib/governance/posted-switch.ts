import { z } from 'zod'
import { activateTokensSchema, deactivateTokensSchema } from './schemas'

/** Names of the fields that a person fills in, and may be shown again. */
export const POSTED_SWITCH_FIELDS = ['reason', 'note'] as const

type Fields = Partial<Record<string, string[]>>

/** Deactivating one token as a form, which names what it does. */
export const postedSwitchSchema = z.preprocess((fields) => {
  const { kind, tokenId, reason, note } = fields as Fields
  const asked = { kind: kind?.[0], tokenIds: tokenId ?? [] }
  return asked.kind === 'deactivate' ? { ...asked, reason: reason?.[0], note: note?.[0] ?? '' } : asked
}, z.discriminatedUnion('kind', [deactivateTokensSchema.extend({ kind: z.literal('deactivate') }), activateTokensSchema.extend({ kind: z.literal('activate') })], 'errors.invalid_input'))
