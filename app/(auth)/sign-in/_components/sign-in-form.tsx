'use client'

import { useTranslations } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'
import type { Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useErrorText } from '@/components/forms/use-error-text'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type State = (Refusal & { values: Record<string, string> }) | null
type SignIn = (state: State, form: FormData) => Promise<NonNullable<State>>

const ROOMY = 'min-h-9 max-sm:min-h-11'

const UNREACHABLE: State = { ok: false, code: 'unreachable', fields: {}, requestId: '', values: {} }

/**
 * The form's state, from the server's own handling of it, or, once JavaScript has loaded, from a call that keeps
 * what was typed and can say that there was no answer.
 */
function useSignIn(signIn: SignIn) {
  const [posted, action] = useActionState<State, FormData>(signIn, null)
  const [called, setCalled] = useState<State>(null)
  const [pending, startTransition] = useTransition()
  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setCalled(await signIn(null, form))
      } catch (error) {
        // Redirects travel as errors.
        unstable_rethrow(error)
        setCalled(UNREACHABLE)
      }
    })
  }
  return { state: called ?? posted, action, submit, pending }
}

/** A form of the server's: it signs in before JavaScript has loaded, and without it. */
export function SignInForm({ signIn, next }: { signIn: SignIn; next: string }) {
  const t = useTranslations('signIn')
  const errorText = useErrorText()
  const { state, action, submit, pending } = useSignIn(signIn)
  const fields = state?.fields ?? {}
  const wrong = (name: string) => fields[name] && errorText(fields[name])
  const whole = state && Object.keys(fields).length === 0 ? state : null
  return (
    <form action={action} onSubmit={submit} className="grid gap-4" noValidate>
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        error={wrong('email')}
        autoComplete="username"
        placeholder={t('emailPlaceholder')}
        defaultValue={state?.values['email'] ?? ''}
        autoCapitalize="none"
        spellCheck={false}
        required
        className={ROOMY}
      />
      <TextField id="password" name="password" type="password" label={t('password')} error={wrong('password')} autoComplete="current-password" required className={ROOMY} />
      <Button type="submit" look="primary" busy={pending} className={ROOMY}>
        {t('submit')}
      </Button>
    </form>
  )
}
