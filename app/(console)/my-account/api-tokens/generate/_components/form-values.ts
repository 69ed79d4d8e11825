import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { DomainError } from '@/lib/errors'
import { addTtl, type Ttl } from '@/lib/time'
import { generateTokenSchema, type GenerateToken, type GenerateTokenInput } from '@/lib/tokens/schemas'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { DEFAULT_TTL, grantTtl } from '@/lib/tokens/token-ttl'

export type Values = GenerateTokenInput
export type Issued = { expiresAt: Date | null } | { code: string; field: string }

/** What a TTL comes to, or why it can't be had. */
export function tryTtl(ttl: Ttl | null, limit: TtlLimit | null, now: Date): Issued {
  try {
    return { expiresAt: grantTtl(ttl, limit, now) }
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, field: error.field ?? 'ttlValue' }
    throw error
  }
}

export function ttlOf({ ttlValue, ttlUnit }: Pick<Values, 'ttlValue' | 'ttlUnit'>): Ttl | null {
  return ttlUnit === 'never' ? null : { value: ttlValue, unit: ttlUnit }
}

/** Six months, or the limit where that is less. */
export function initialTtl(limit: TtlLimit | null, now: Date): Ttl {
  return limit && 'code' in tryTtl(DEFAULT_TTL, limit, now) ? limit : DEFAULT_TTL
}

/**
 * The reminder that was wished for, or the longest before it that still comes before the expiry; 0: none.
 * While the TTL is not valid nobody knows when that is, and the wish stays.
 */
export function fittingReminder(wish: Values['reminderDays'], issued: Issued, now: Date): Values['reminderDays'] {
  if ('code' in issued) return wish
  const { expiresAt } = issued
  const fits = (days: number) => expiresAt !== null && addTtl(now, { value: days, unit: 'days' }) < expiresAt
  const shorter = ([30, 7, 3] as const).filter((days) => days <= wish)
  return shorter.find(fits) ?? 0
}

export type FormResolver = Resolver<Values, unknown, GenerateToken>

/** Complaints that the schema makes only once every field is right by itself, or that need the day or the organization. */
function furtherErrors(values: Values, limit: TtlLimit | null, now: Date) {
  const issued = tryTtl(ttlOf(values), limit, now)
  const aimless = values.scope === 'chosen' && values.roles.length === 0 && !values.openId
  return {
    ...('code' in issued && { ttlValue: { type: 'limit', message: issued.code } }),
    ...(aimless && { roles: { type: 'required', message: 'scope_required' } }),
  }
}

/** Everything that is wrong at once, each beside its field. The server decides again. */
export function resolverFor(limit: TtlLimit | null, now: Date): FormResolver {
  const bySchema: FormResolver = zodResolver(generateTokenSchema)
  return async (values, context, options) => {
    // Where the token never expires the length is out of sight, and what is left in it does not count.
    const counted = values.ttlUnit === 'never' ? { ...values, ttlValue: 1 } : values
    const result = await bySchema(counted, context, options)
    const errors = { ...furtherErrors(values, limit, now), ...result.errors }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : result
  }
}
