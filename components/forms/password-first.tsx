'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { useErrorText } from './use-error-text'
import type { usePostedForm } from './use-posted-form'

type Answered = Pick<ReturnType<typeof usePostedForm>, 'kept' | 'answer' | 'wrong'>

/** Whether a form that was posted before JavaScript was refused for a sign-in of long ago: there is no dialog to ask. */
export function asksPassword({ kept, answer, wrong }: Answered): boolean {
  return kept !== null && answer?.ok === false && (answer.code === 'sign_in_again' || wrong['password'] !== undefined)
}

/** The password, asked for on the form itself. */
export function PasswordFirst({ id, wrong }: { id: string; wrong: Record<string, string> }) {
  const t = useTranslations('signInAgain')
  const errorText = useErrorText()
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      autoComplete="current-password"
      label={t('password')}
      help={t('lead')}
      error={wrong['password'] && errorText(wrong['password'])}
      className="max-w-[24rem]"
    />
  )
}
