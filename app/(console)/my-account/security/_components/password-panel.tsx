'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { PasswordField } from '@/components/forms/password-field'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Done } from '@/components/forms/saved'
import { SubmitFoot } from '@/components/forms/submit-foot'
import { useEcho } from '@/components/forms/use-echo'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Instant } from '@/components/tokens/instant'
import { Panel, PanelHead } from '@/components/ui/panel'

type PasswordPanelProps = { change: PostedAction<void>; email: string; changedAt: Date | null; hasPassword: boolean }

const FIELDS = [
  { id: 'current-password', name: 'currentPassword' },
  { id: 'new-password', name: 'newPassword', help: 'newPasswordHelp' },
] as const

function ChangedText() {
  return useTranslations('security')('changed')
}

function PasswordForm({ change, email }: Pick<PasswordPanelProps, 'change' | 'email'>) {
  const t = useTranslations('security')
  const errorText = useErrorText()
  const fields = useRef<HTMLDivElement>(null)
  const [toast, echo] = useEcho()
  const { form, whole, wrong, done, pending } = usePostedForm(change, () => {
    fields.current?.querySelectorAll('input').forEach((input) => (input.value = ''))
    echo(<ChangedText />)
  })
  return (
    <form {...form}>
      <div ref={fields} className="grid grid-cols-[minmax(0,1fr)] gap-5 px-5 pb-5 max-sm:px-4">
        {whole ? <RefusalBanner refusal={whole} /> : null}
        {/* Tells a password manager whose password this is; without a name it is not sent. */}
        <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
        {FIELDS.map(({ id, name, ...texts }) => (
          <PasswordField
            key={id}
            id={id}
            name={name}
            label={t(name)}
            autoComplete={id}
            error={wrong[name] && errorText(wrong[name])}
            {...('help' in texts && { help: t(texts.help) })}
          />
        ))}
      </div>
      <SubmitFoot busy={pending} act={t('changePassword')}>
        {done && !pending ? (
          <Done>
            <ChangedText />
          </Done>
        ) : null}
      </SubmitFoot>
      {toast}
    </form>
  )
}

/** One new field instead of two: what was typed can be looked at, which finds a slip where typing it twice only copies it. */
export function PasswordPanel({ change, email, changedAt, hasPassword }: PasswordPanelProps) {
  const t = useTranslations('security')
  const when = changedAt ? <span className="text-subtle">{t.rich('passwordChanged', { at: () => <Instant at={changedAt} precision="day" /> })}</span> : null
  return (
    <Panel aria-labelledby="password">
      <PanelHead id="password" title={t('password')} help={t(hasPassword ? 'passwordHelp' : 'noPassword')} aside={hasPassword ? when : null} />
      {hasPassword ? <PasswordForm change={change} email={email} /> : null}
    </Panel>
  )
}
