'use client'

import { useTranslations } from 'next-intl'
import { PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SubmitFoot } from '@/components/forms/submit-foot'
import type { usePostedForm } from '@/components/forms/use-posted-form'
import { Panel, PanelHead } from '@/components/ui/panel'
import { DEVICE_TITLE_ID } from './device-title'

type StartFormProps = { posted: ReturnType<typeof usePostedForm<void, unknown>>; passwordFirst: boolean }

/** What stands there before there is a device. */
export function StartForm({ posted: { form, whole, wrong, pending }, passwordFirst }: StartFormProps) {
  const t = useTranslations('mfa')
  return (
    <Panel aria-labelledby={DEVICE_TITLE_ID}>
      <form {...form}>
        <PanelHead id={DEVICE_TITLE_ID} title={t('none')} help={t('noneText')} />
        {whole || passwordFirst ? (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-5 pb-5 max-sm:px-4">
            {whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null}
            {passwordFirst ? <PasswordFirst id="start-password" wrong={wrong} /> : null}
          </div>
        ) : null}
        <SubmitFoot busy={pending} act={t('activate')} />
      </form>
    </Panel>
  )
}
