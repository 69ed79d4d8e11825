'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Instant } from '@/components/tokens/instant'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Panel, PanelFoot, PanelHead } from '@/components/ui/panel'
import type { IssuedCredentials } from '@/lib/oauth/commands/add-service'
import type { RegisteredService } from '@/lib/oauth/queries/list-services'
import { SecretAnswer } from '../../../_components/secret/secret-answer'

type Service = Pick<RegisteredService, 'id' | 'displayName' | 'secretCreatedAt'>
export type RotateFormProps = { rotate: PostedAction<IssuedCredentials>; service: Service; onIssued: (issued: IssuedCredentials) => void }

const TITLE_ID = 'client-secret'

/** To take a secret out of use asks first; before JavaScript what it would ask stands on the page. */
export function RotateForm({ rotate, service: { id, displayName, secretCreatedAt }, onIssued }: RotateFormProps) {
  const t = useTranslations('services')
  const { asking, run, isUnderWay } = useFreshSignIn()
  const [open, setOpen] = useState(false)
  const posted = usePostedForm(rotate, (issued) => {
    setOpen(false)
    onIssued(issued)
  }, run)
  const { form, answer, whole, wrong, sent, pending } = posted
  if (answer?.ok && !sent) return <SecretAnswer issued={{ kind: 'rotated', ...answer.value }} />
  const passwordFirst = asksPassword(posted)
  const consequence = secretCreatedAt ? t.rich('rotateText', { b: (text) => <strong>{text}</strong> }) : t('makeText')
  const refusal = whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null
  function onSubmit(event: React.FormEvent<HTMLFormElement>) {
    if (!secretCreatedAt) return form.onSubmit(event)
    event.preventDefault()
    setOpen(true)
  }
  const confirm = () => (form.ref.current ? posted.send(new FormData(form.ref.current)) : undefined)
  return (
    <Panel aria-labelledby={TITLE_ID}>
      <form {...form} onSubmit={onSubmit}>
        <PanelHead id={TITLE_ID} title={t('secretHeading')} help={secretCreatedAt ? t.rich('hasSecret', { at: () => <Instant at={secretCreatedAt} /> }) : t('hasNoSecret')} />
        <input type="hidden" name="id" value={id} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-5 pb-5 max-sm:px-4">
          {open ? null : refusal}
          <p className="text-pretty">{consequence}</p>
          {passwordFirst ? <PasswordFirst id="rotate-password" wrong={wrong} /> : null}
        </div>
        <PanelFoot>
          <Button type="submit" busy={pending && !open} className="max-sm:w-full">
            {t(secretCreatedAt ? 'rotate' : 'make')}
          </Button>
        </PanelFoot>
      </form>
      <Dialog
        open={open && !asking}
        onLeave={() => (isUnderWay() ? undefined : setOpen(false))}
        title={t('rotateTitle', { name: displayName })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
            <Button look="danger" busy={pending} onClick={confirm}>
              {t('rotate')}
            </Button>
          </>
        }
      >
        {refusal}
        <p className="text-md text-pretty">{consequence}</p>
      </Dialog>
    </Panel>
  )
}
