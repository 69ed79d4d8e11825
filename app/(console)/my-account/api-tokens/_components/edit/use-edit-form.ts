'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, type FieldPath } from 'react-hook-form'
import { callAction, type Refusal } from '@/components/forms/call-action'
import { editTokenSchema, type EditToken, type EditTokenInput } from '@/lib/tokens/schemas'
import type { Editable, EditFlowProps } from '../list/acts-provider'

const FIELDS: readonly FieldPath<EditTokenInput>[] = ['name', 'description', 'reminderDays']

/** The values of the form, kept whatever is refused; the first refused field gets the focus. */
export function useEditForm({ tokenId, name, description, reminderDays }: Editable, edit: EditFlowProps['edit'], onSaved: (name: string) => void) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useForm<EditTokenInput, unknown, EditToken>({
    resolver: zodResolver(editTokenSchema),
    mode: 'onTouched',
    defaultValues: { tokenId, name, description, reminderDays },
  })
  const submit = form.handleSubmit(async (values) => {
    setRefusal(null)
    const result = await callAction(edit, values)
    if (result.ok) return onSaved(values.name)
    const named = FIELDS.filter((field) => result.fields[field])
    for (const field of named) form.setError(field, { type: 'server', message: result.fields[field] ?? result.code })
    const [first] = named
    if (first) form.setFocus(first)
    setRefusal(first ? null : result)
  })
  return { form, submit, refusal }
}
