'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Panel, PanelFoot, PanelHead } from '@/components/ui/panel'
import { MFA_PATH } from '../../_components/list/list-address'
import { Ask } from './ask'
import { CodeField } from './code-field'
import { CodesAnswer } from './codes/codes-answer'
import type { RecoveryCodes } from './codes/recovery-codes'

type RecoveryProps = { left: number; renew: PostedAction<string[]>; inline: boolean; onCodes: (codes: RecoveryCodes) => void }

/** So few are left that it is time for new ones. */
const FEW = 3

const strong = (text: React.ReactNode) => <strong>{text}</strong>

/** How many recovery codes are left, and new ones. */
export function Recovery({ left, renew, inline, onCodes }: RecoveryProps) {
  const t = useTranslations('mfa')
  const formId = useId()
  const { asking, run, isUnderWay } = useFreshSignIn()
  const [open, setOpen] = useState(false)
  const renewed = (codes: string[]) => {
    setOpen(false)
    onCodes({ kind: 'renewed', codes })
  }
  const posted = usePostedForm(renew, renewed, run)
  const { form, answer, whole, wrong, sent, pending } = posted
  if (answer?.ok && !sent) return <CodesAnswer codes={{ kind: 'renewed', codes: answer.value }} />
  const passwordFirst = asksPassword(posted)
  const fields = (
    <form {...form} id={formId} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null}
      <p className="text-md text-pretty">{t('renewText', { count: left })}</p>
      <CodeField id={`${formId}-code`} kind="any" wrong={wrong} />
      {passwordFirst ? <PasswordFirst id={`${formId}-password`} wrong={wrong} /> : null}
    </form>
  )
  const confirm = (
    <Button type="submit" form={formId} look="primary" busy={pending}>
      {t('renew')}
    </Button>
  )
  return (
    <Panel aria-labelledby="recovery-codes">
      <PanelHead
        id="recovery-codes"
        title={t('recovery')}
        help={t('recoveryHelp')}
        aside={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="whitespace-nowrap text-muted tabular-nums">{t('left', { count: left })}</span>
            {inline ? null : (
              <Ask what="renew" onAsk={() => setOpen(true)}>
                {t('renewMore')}
              </Ask>
            )}
          </span>
        }
      />
      {left <= FEW ? (
        <div className="px-5 pb-4 max-sm:px-4">
          <Banner tone="warn" icon={TriangleAlert}>
            {t.rich('few', { count: left, b: strong })}
          </Banner>
        </div>
      ) : null}
      {inline ? (
        <>
          <div className="border-t border-line px-5 py-4 max-sm:px-4">{fields}</div>
          <PanelFoot>
            {confirm}
            <ButtonLink href={MFA_PATH}>{t('keepOld')}</ButtonLink>
          </PanelFoot>
        </>
      ) : (
        <Dialog
          open={open && !asking}
          onLeave={() => (isUnderWay() ? undefined : setOpen(false))}
          title={t('renewTitle')}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{t('keepOld')}</Button>
              {confirm}
            </>
          }
        >
          {fields}
        </Dialog>
      )}
    </Panel>
  )
}
