'use client'

import { useTranslations } from 'next-intl'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SubmitFoot } from '@/components/forms/submit-foot'
import { useErrorText } from '@/components/forms/use-error-text'
import type { usePostedForm } from '@/components/forms/use-posted-form'
import { TextField } from '@/components/ui/field'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { QrCode } from '@/lib/identity/qr-code'
import { LIST_PATH } from '../../_components/list/list-address'
import { CodeField } from './code-field'
import { DEVICE_TITLE_ID } from './device-title'
import { KeyText } from './key-text'
import { QrPicture } from './qr-picture'

type ConfirmFormProps = { secret: string; qr: QrCode; posted: ReturnType<typeof usePostedForm<string[], Record<string, string[]>>> }

const partClass = 'grid grid-cols-[minmax(0,1fr)] gap-5 border-t border-line p-5 max-sm:p-4'

/** Tells the authenticator app the key, and proves by one code that it has it. */
export function ConfirmForm({ secret, qr, posted }: ConfirmFormProps) {
  const t = useTranslations('mfa')
  const errorText = useErrorText()
  const { form, whole, wrong, kept, pending } = posted
  const passwordFirst = asksPassword(posted)
  return (
    <Panel aria-labelledby={DEVICE_TITLE_ID}>
      <form {...form}>
        <PanelHead id={DEVICE_TITLE_ID} title={t('setUp')} help={t('setUpHelp')} />
        <div className={`${partClass} sm:grid-cols-[auto_minmax(0,1fr)]`}>
          <div className="grid content-start gap-1.5">
            <span className="max-w-52 font-label text-pretty">{t('scan')}</span>
            <QrPicture qr={qr} label={t('qr')} />
          </div>
          <div className="grid content-start gap-3">
            <p className="text-pretty text-muted">{t('orType')}</p>
            <KeyText secret={secret} />
          </div>
        </div>
        <div className={partClass}>
          {whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null}
          <CodeField id="device-code" kind="new" wrong={wrong} />
          <TextField
            id="device-name"
            name="name"
            label={t('name')}
            optional={t('optional')}
            placeholder={t('namePlaceholder')}
            defaultValue={kept?.['name']?.[0]}
            error={wrong['name'] && errorText(wrong['name'])}
            autoComplete="off"
            className="max-w-[24rem]"
          />
          {passwordFirst ? <PasswordFirst id="confirm-password" wrong={wrong} /> : null}
        </div>
        <SubmitFoot busy={pending} act={t('activate')} cancel={{ href: LIST_PATH, text: t('notNow') }} />
      </form>
    </Panel>
  )
}
