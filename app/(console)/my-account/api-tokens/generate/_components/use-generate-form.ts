'use client'

import { useState } from 'react'
import { useForm, type FieldPath } from 'react-hook-form'
import { v4 as newUuid } from 'uuid'
import { callAction, type Refusal, type Result } from '@/components/forms/call-action'
import type { GenerateToken, GenerateTokenInput } from '@/lib/tokens/schemas'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { fittingReminder, initialTtl, resolverFor, tryTtl, ttlOf, type Values } from './form-values'

export type Generated = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: string | null }
export type Generate = (input: GenerateTokenInput) => Promise<Result<Generated>>

/** What a form is made for: it stays so, whatever happens in other windows. */
type FormSubject = { orgId: string; limit: TtlLimit | null; now: Date }

const FIELDS: readonly FieldPath<Values>[] = ['name', 'description', 'ttlValue', 'ttlUnit', 'reminderDays', 'scope', 'roles', 'openId']

/**
 * The form's values, and what became of them. The secret stays in this state and goes with it.
 *
 * One key goes with every attempt of one form: whatever is submitted twice makes one token.
 */
export function useGenerateForm(generate: Generate, { orgId, limit, now }: FormSubject) {
  const [idempotencyKey] = useState(() => newUuid())
  const [generated, setGenerated] = useState<Generated | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ttl = initialTtl(limit, now)
  const form = useForm<Values, unknown, GenerateToken>({
    resolver: resolverFor(limit, now),
    mode: 'onTouched',
    defaultValues: {
      orgId,
      name: '',
      description: '',
      ttlValue: ttl.value,
      ttlUnit: ttl.unit,
      scope: 'chosen',
      roles: [],
      openId: false,
      reminderDays: 7,
      idempotencyKey,
    },
  })

  function showRefusal(refused: Refusal) {
    const named = FIELDS.filter((field) => refused.fields[field])
    for (const field of named) form.setError(field, { type: 'server', message: refused.fields[field] ?? refused.code })
    const [first] = named
    if (first) form.setFocus(first)
    setRefusal(first ? null : refused)
  }

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null)
    const issued = tryTtl(ttlOf(values), limit, now)
    const reminderDays = fittingReminder(values.reminderDays, issued, now)
    const roles = values.scope === 'all' ? [] : values.roles
    const result = await callAction(generate, { ...values, roles, reminderDays })
    if (result.ok) setGenerated(result.value)
    else showRefusal(result)
  })

  return { form, submit, refusal, generated, forget: () => setGenerated(null) }
}
