'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { callAction, type Refusal } from './call-action'
import type { SignInAgainProps } from './fresh-sign-in'
import { RefusalBanner } from './refusal-banner'
import { useErrorText } from './use-error-text'

/**
 * Asks for the password before an act that a session alone does not allow.
 *
 * That act may wait for the answer in a transition, and React ends no transition before those that were begun
 * earlier: a transition here would stay busy for good after a wrong password.
 */
export function SignInAgain({ renew, onRenewed, onLeave }: SignInAgainProps) {
  const t = useTranslations('signInAgain')
  const errorText = useErrorText()
  const formId = useId()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [pending, setPending] = useState(false)
  const wrong = refusal?.fields['password']
  async function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const password = form.elements.namedItem('password')
    if (!(password instanceof HTMLInputElement) || pending) return
    setPending(true)
    const result = await callAction(renew, { password: password.value })
    setPending(false)
    if (result.ok) return onRenewed()
    setRefusal(result)
    password.select()
  }
  return (
    <Dialog
      open
      onLeave={pending ? () => undefined : onLeave}
      title={t('title')}
      lead={t('lead')}
      footer={
        <>
          <Button onClick={onLeave}>{t('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" busy={pending}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} onInput={() => setRefusal(null)} noValidate className="grid gap-4">
        {refusal && !wrong ? <RefusalBanner refusal={refusal} /> : null}
        <TextField
          id={`${formId}-password`}
          name="password"
          type="password"
          label={t('password')}
          error={wrong ? errorText(wrong) : null}
          autoComplete="current-password"
          required
        />
      </form>
    </Dialog>
  )
}
