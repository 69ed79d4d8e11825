'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'
import { CodeField } from './code-field'
import { TurnSwitch } from './turn-switch'

type TurnOffProps = { turnOff: PostedAction<void>; onTurned: () => void }

/** A code or a recovery code: the password alone would not do, whoever sits at the desk may know it. */
export function TurnOff({ turnOff, onTurned }: TurnOffProps) {
  const t = useTranslations('mfa')
  const { form, answer, whole, wrong, pending } = usePostedForm(turnOff, onTurned)
  return (
    <form {...form} className="group/turn grid grid-cols-[minmax(0,1fr)] gap-4">
      <TurnSwitch on turned={answer?.ok === false} />
      {/* Asked for by the switch alone, without any script. */}
      <div className="hidden gap-4 group-has-[[role=switch]:not(:checked)]/turn:grid">
        <p className="text-pretty">{t('turnOffText')}</p>
        {whole ? <RefusalBanner refusal={whole} /> : null}
        <CodeField id="turn-off-code" kind="any" wrong={wrong} />
        <Button type="submit" look="danger" busy={pending} className="justify-self-start max-sm:w-full">
          {t('turnOff')}
        </Button>
      </div>
    </form>
  )
}
