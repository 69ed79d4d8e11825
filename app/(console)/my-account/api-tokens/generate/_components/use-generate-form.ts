'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { v4 as newUuid } from 'uuid'
import { callAction, type Refusal, type Result } from '@/components/forms/call-action'
import type { ErrorCode } from '@/lib/errors'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { PostedFields } from '@/lib/platform/action'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import type { GenerateToken, GenerateTokenInput } from '@/lib/tokens/schemas'
import { tryTtl } from '@/lib/tokens/token-ttl'
import { LIST_PATH } from '../../_components/list/list-address'
import { useTokenGenerated, type Generated } from '../../_components/secret/token-generated-provider'
import { fittingReminder, heldScopes, initialValues, resolverFor, ttlOf, type Values } from './form-values'
import type { ScopeNames } from './use-scope-names'

export type Generate = (input: GenerateTokenInput) => Promise<Result<Generated>>
/** The answer to the form as it is posted without JavaScript, where that was a refusal. */
export type PostedRefusal = Refusal & { values: PostedFields }

/** What a form is made for. `orgId` stays so, whatever happens in other windows; limit and choices are today's. */
type FormSubject = { orgId: string; limit: TtlLimit | null; now: Date; choices: ScopeChoices }

const FIELDS: readonly FieldPath<Values>[] = ['name', 'description', 'ttlValue', 'ttlUnit', 'reminderDays', 'scope', 'roles', 'openId']

/** Refusals because of what has changed since the page was loaded. */
const OUTDATED: ReadonlySet<ErrorCode> = new Set(['ttl_above_limit', 'never_expires_not_allowed', 'role_not_held'])

type Form = UseFormReturn<Values, unknown, GenerateToken>

/** A role that has been lost since the page was loaded is offered no longer, and so must not stay chosen. */
function useHeldRolesOnly({ getValues, setValue }: Form, choices: ScopeChoices) {
  useEffect(() => {
    const held = heldScopes(choices)
    const roles = getValues('roles')
    const left = roles.filter((role) => held.includes(role))
    if (left.length < roles.length) setValue('roles', left)
  }, [choices, getValues, setValue])
}

/**
 * The form's values, and what became of them. The secret goes on to the list, and none of it stays here.
 *
 * One key goes with every attempt of one form: whatever is submitted twice makes one token.
 */
export function useGenerateForm(generate: Generate, { orgId, limit, now, choices }: FormSubject, posted: PostedRefusal | null, scopeNames: ScopeNames) {
  const router = useRouter()
  const { prepare, show } = useTokenGenerated()
  const [defaultValues] = useState(() => {
    const idempotencyKey = posted?.values['idempotencyKey']?.[0] ?? newUuid()
    return initialValues({ orgId, limit, now, held: heldScopes(choices), idempotencyKey }, posted?.values ?? null)
  })
  const [refusal, setRefusal] = useState<Refusal | null>(posted && !FIELDS.some((field) => posted.fields[field]) ? posted : null)
  const form: Form = useForm<Values, unknown, GenerateToken>({ resolver: resolverFor(limit, now), mode: 'onTouched', defaultValues })
  useHeldRolesOnly(form, choices)

  function showRefusal(refused: Refusal) {
    const named = FIELDS.filter((field) => refused.fields[field])
    for (const field of named) form.setError(field, { type: 'server', message: refused.fields[field] ?? refused.code })
    const [first] = named
    if (first) form.setFocus(first)
    setRefusal(first ? null : refused)
    if (OUTDATED.has(refused.code)) router.refresh()
  }

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null)
    const issued = tryTtl(ttlOf(values), limit, now)
    const reminderDays = fittingReminder(values.reminderDays, issued, now)
    const roles = values.scope === 'all' ? [] : values.roles
    const prepared = async (input: GenerateTokenInput) => {
      await prepare()
      return generate(input)
    }
    const result = await callAction(prepared, { ...values, roles, reminderDays })
    if (!result.ok) return showRefusal(result)
    show({ ...result.value, scopes: scopeNames(values) })
    router.push(LIST_PATH)
  })

  return { form, submit, refusal }
}
