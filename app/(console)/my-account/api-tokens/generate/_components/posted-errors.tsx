'use client'

import { createContext, use } from 'react'
import { useFormContext, type FieldPath } from 'react-hook-form'
import type { Values } from './form-values'

/** What the server said of a form that was posted without JavaScript, by field. */
export const PostedErrors = createContext<Record<string, string>>({})

/** What is wrong with a field: as the form finds it, or as the server said when it was posted, until it is changed. */
export function useFieldError(name: FieldPath<Values>): string | undefined {
  const posted = use(PostedErrors)
  const { getFieldState, formState } = useFormContext<Values>()
  const { error, isDirty, isTouched } = getFieldState(name, formState)
  return error?.message ?? (isDirty || isTouched || formState.isSubmitted ? undefined : posted[name])
}
