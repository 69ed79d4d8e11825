'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MFA_PATH } from '../../_components/list/list-address'
import { Ask } from './ask'
import { CodeField } from './code-field'
import { DEVICE_TITLE_ID } from './device-title'

type DeactivateProps = {
  deactivate: PostedAction<void>
  enforcedBy: string[]
  /** On the page itself: there is no dialog before JavaScript. */
  inline: boolean
}

/** What it comes to. */
function Consequence({ enforcedBy }: Pick<DeactivateProps, 'enforcedBy'>) {
  const t = useTranslations('mfa')
  const format = useFormatter()
  const names = format.list(enforcedBy, { type: 'conjunction' })
  const strong = (text: React.ReactNode) => <strong>{text}</strong>
  return (
    <>
      <p className="text-md text-pretty">{t('deactivateText', { enforced: enforcedBy.length > 0 ? 'yes' : 'no' })}</p>
      {enforcedBy.length > 0 ? <p className="text-md text-pretty wrap-anywhere">{t.rich('deactivateEnforced', { count: enforcedBy.length, names, b: strong })}</p> : null}
    </>
  )
}

/** Asks for a code or a recovery code: who has lost the device has those. */
export function Deactivate({ deactivate, enforcedBy, inline }: DeactivateProps) {
  const t = useTranslations('mfa')
  const formId = useId()
  const [open, setOpen] = useState(false)
  const { form, whole, wrong, pending } = usePostedForm(deactivate, () => setOpen(false))
  const fields = (
    <form {...form} id={formId} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <Consequence enforcedBy={enforcedBy} />
      <CodeField id={`${formId}-code`} kind="any" wrong={wrong} />
    </form>
  )
  const confirm = (
    <Button type="submit" form={formId} look="danger" busy={pending}>
      {t('deactivate')}
    </Button>
  )
  if (inline) {
    return (
      <section aria-labelledby={`${formId}-title`} className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line px-5 py-4 max-sm:px-4">
        <h3 id={`${formId}-title`} className="text-md font-strong">
          {t('deactivateTitle')}
        </h3>
        {fields}
        <div className="flex flex-wrap gap-2">
          {confirm}
          <ButtonLink href={MFA_PATH}>{t('keepDevice')}</ButtonLink>
        </div>
      </section>
    )
  }
  return (
    <>
      <Ask what="deactivate" look="danger-quiet" onAsk={() => setOpen(true)}>
        {t('deactivateMore')}
      </Ask>
      <Dialog
        open={open}
        onLeave={pending ? () => undefined : () => setOpen(false)}
        title={t('deactivateTitle')}
        finalFocus={() => document.querySelector<HTMLElement>('button[name=ask][value=deactivate]') ?? document.getElementById(DEVICE_TITLE_ID)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('keepDevice')}</Button>
            {confirm}
          </>
        }
      >
        {fields}
      </Dialog>
    </>
  )
}
