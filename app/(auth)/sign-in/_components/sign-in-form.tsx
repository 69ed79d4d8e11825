'use client'

import { useTranslations } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import { useActionState, useEffect, useRef, useState, useTransition } from 'react'
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
 * what was typed and can say that there was no answer. What is wrong with a field is said until it is changed.
 */
function useSignIn(signIn: SignIn) {
  const [posted, action] = useActionState<State, FormData>(signIn, null)
  const [called, setCalled] = useState<State>(null)
  const [mended, setMended] = useState<string[]>([])
  const [pending, startTransition] = useTransition()
  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setCalled(await signIn(null, form))
        setMended([])
      } catch (error) {
        // Redirects travel as errors.
        unstable_rethrow(error)
        setCalled(UNREACHABLE)
      }
    })
  }
  const state = called ?? posted
  const wrong = Object.fromEntries(Object.entries(state?.fields ?? {}).filter(([name]) => !mended.includes(name)))
  const mend = ({ target }: React.FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLInputElement && target.name in wrong) setMended([...mended, target.name])
  }
  return { state, wrong, action, submit, mend, pending }
}

/** Leads to the first field that was refused, with each answer. */
function useFocusOnRefused(state: State) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])
  return form
}

/** A form of the server's: it signs in before JavaScript has loaded, and without it. */
export function SignInForm({ signIn, next }: { signIn: SignIn; next: string }) {
  const t = useTranslations('signIn')
  const errorText = useErrorText()
  const { state, wrong, action, submit, mend, pending } = useSignIn(signIn)
  const ref = useFocusOnRefused(state)
  const error = (name: string) => wrong[name] && errorText(wrong[name])
  const whole = state && Object.keys(state.fields).length === 0 ? state : null
  return (
    <form ref={ref} action={action} onSubmit={submit} onInput={mend} className="grid gap-4" noValidate>
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        error={error('email')}
        autoComplete="username"
        placeholder={t('emailPlaceholder')}
        defaultValue={state?.values['email'] ?? ''}
        autoCapitalize="none"
        spellCheck={false}
        required
        className={ROOMY}
      />
      <TextField id="password" name="password" type="password" label={t('password')} error={error('password')} autoComplete="current-password" required className={ROOMY} />
      <Button type="submit" look="primary" busy={pending} className={ROOMY}>
        {t('submit')}
      </Button>
    </form>
  )
}
