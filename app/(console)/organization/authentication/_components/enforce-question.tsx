'use client'

import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { MfaPolicy } from '@/lib/identity/queries/find-mfa-policy'

type EnforceQuestionProps = {
  open: boolean
  isUnderWay: () => boolean
  pending: boolean
  refusal: Refusal | null
  policy: MfaPolicy
  organization: string
  onConfirm: () => void
  onLeave: () => void
}

/** Whom it stops at once is asked about; whom it stops nobody can undo for them but by a device. */
export function EnforceQuestion({ open, isUnderWay, pending, refusal, policy, organization, onConfirm, onLeave }: EnforceQuestionProps) {
  const t = useTranslations('authentication')
  return (
    <Dialog
      open={open}
      onLeave={() => (isUnderWay() ? undefined : onLeave())}
      title={t('confirmTitle')}
      footer={
        <>
          <Button onClick={onLeave}>{t('leave')}</Button>
          <Button look="danger" busy={pending} onClick={onConfirm}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      {refusal ? <RefusalBanner refusal={refusal} /> : null}
      <p className="text-md text-pretty wrap-anywhere">{t.rich('confirmText', { count: policy.usersWithoutDevice, organization, b: (text) => <strong>{text}</strong> })}</p>
      <p className="text-pretty text-muted">{t('scripts')}</p>
    </Dialog>
  )
}
