'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/forms/password-field'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'
import { CodeField } from './code-field'
import { TurnSwitch } from './turn-switch'

type TurnOnProps = { turnOn: PostedAction<void>; hasPassword: boolean; onTurned: () => void }

/** A code or, where there is one, the password. */
export function TurnOn({ turnOn, hasPassword, onTurned }: TurnOnProps) {
  const t = useTranslations('mfa')
  const errorText = useErrorText()
  const { form, answer, whole, wrong, pending } = usePostedForm(turnOn, onTurned)
  return (
    <form {...form} className="group/turn grid grid-cols-[minmax(0,1fr)] gap-4">
      <TurnSwitch on={false} turned={answer?.ok === false} />
      <div className="hidden gap-4 group-has-[[role=switch]:checked]/turn:grid">
        <p className="text-pretty">{t('turnOnText')}</p>
        {whole ? <RefusalBanner refusal={whole} /> : null}
        <CodeField id="turn-on-code" kind="app" wrong={wrong} />
        {hasPassword ? (
          <>
            <div aria-hidden className="flex max-w-[24rem] items-center gap-3 text-xs text-subtle before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {t('or')}
            </div>
            <div className="max-w-[24rem]">
              <PasswordField
                id="turn-on-password"
                name="password"
                label={t('password')}
                help={t('passwordHelp')}
                autoComplete="current-password"
                error={wrong['password'] && errorText(wrong['password'])}
              />
            </div>
          </>
        ) : null}
        <Button type="submit" look="primary" busy={pending} className="justify-self-start max-sm:w-full">
          {t('turnOn')}
        </Button>
      </div>
    </form>
  )
}
