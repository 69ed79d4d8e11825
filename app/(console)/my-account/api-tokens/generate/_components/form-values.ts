import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { PostedFields } from '@/lib/platform/action'
import type { ChosenTtl } from '@/lib/time'
import { readPostedToken } from '@/lib/tokens/posted-token'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import { fittingReminder as fittingDays } from '@/lib/tokens/reminder'
import { generateTokenSchema, REMINDER_DAYS, TTL_CHOICES, type GenerateToken, type GenerateTokenInput } from '@/lib/tokens/schemas'
import { DEFAULT_TTL, tryTtl, type Issued } from '@/lib/tokens/token-ttl'

export type Values = GenerateTokenInput

export function ttlOf({ ttlValue, ttlUnit }: Pick<Values, 'ttlValue' | 'ttlUnit'>): ChosenTtl | null {
  return ttlUnit === 'never' ? null : { value: ttlValue, unit: ttlUnit }
}

/** Six months, or the limit where that is less. */
function initialTtl(limit: TtlLimit | null, now: Date): ChosenTtl {
  return limit && 'code' in tryTtl(DEFAULT_TTL, limit, now) ? limit : DEFAULT_TTL
}

/** The reminder that was wished for, or the longest below it that fits. While the TTL is not valid nobody knows, and the wish stays. */
export function fittingReminder(wish: Values['reminderDays'], issued: Issued, now: Date): Values['reminderDays'] {
  if ('code' in issued) return wish
  const fitting = fittingDays(wish, issued.expiresAt, now)
  return REMINDER_DAYS.find((days) => days === fitting) ?? 0
}

/** Every role that can be picked. */
export function heldScopes({ orgRoles, services }: ScopeChoices): string[] {
  const roles = services.flatMap((service) => service.roles)
  return [...orgRoles.filter(({ held }) => held).map(({ role }) => role), ...roles.filter(({ held }) => held).map(({ scope }) => scope)]
}

type Subject = { orgId: string; limit: TtlLimit | null; now: Date; held: readonly string[]; idempotencyKey: string }

/** What the form starts with: what was typed where it has been refused before, else what most people want. */
export function initialValues({ orgId, limit, now, held, idempotencyKey }: Subject, posted: PostedFields | null): Values {
  const ttl = initialTtl(limit, now)
  const initial = { orgId, name: '', description: '', ttlValue: ttl.value, ttlUnit: ttl.unit, scope: 'chosen', roles: [], openId: false, reminderDays: 7, idempotencyKey } as const
  if (!posted) return { ...initial, roles: [] }
  const { name, description, ttlValue, ttlUnit, scope, roles, openId, reminderDays } = readPostedToken(posted)
  return {
    ...{ orgId, name, description, ttlValue, openId, idempotencyKey },
    ttlUnit: TTL_CHOICES.find((unit) => unit === ttlUnit) ?? initial.ttlUnit,
    scope: scope === 'all' ? 'all' : 'chosen',
    roles: roles.filter((role) => held.includes(role)),
    reminderDays: REMINDER_DAYS.find((days) => days === reminderDays) ?? initial.reminderDays,
  }
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
    const further = furtherErrors(values, limit, now)
    // What the schema says of a length goes by 60 months; the organization's limit is lower.
    const above = further.ttlValue?.message === 'ttl_above_limit' && { ttlValue: further.ttlValue }
    const errors = { ...further, ...result.errors, ...above }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : result
  }
}
