'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { callAction, type Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Toaster, toasts } from '@/components/ui/toaster'
import { LIST_ID } from './list-id'
import type { RevokeFlowProps } from './revoke-provider'

/** Asks, revokes, and echoes it. The row then has no menu, so the focus goes to the list. */
export function RevokeFlow({ token, open, onClose, revoke }: RevokeFlowProps) {
  const t = useTranslations()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [revoked, setRevoked] = useState(false)
  const [pending, startTransition] = useTransition()
  const confirm = () =>
    startTransition(async () => {
      const result = await callAction(revoke, { tokenId: token.tokenId })
      setRefusal(result.ok ? null : result)
      if (!result.ok) return
      setRevoked(true)
      onClose()
      toasts.add({ title: t('revoke.done', { name: token.name }) })
    })
  return (
    <>
      <Dialog
        open={open}
        onLeave={pending ? () => undefined : onClose}
        title={t('revoke.title', { name: token.name })}
        finalFocus={() => (revoked ? document.getElementById(LIST_ID) : true)}
        footer={
          <>
            <Button onClick={onClose}>{t('revoke.keep')}</Button>
            <Button look="danger" busy={pending} onClick={confirm}>
              {t('revoke.confirm')}
            </Button>
          </>
        }
      >
        {refusal ? <RefusalBanner refusal={refusal} /> : null}
        <p className="text-md text-pretty">
          {t('revoke.consequence')} <strong>{t('revoke.final')}</strong>
        </p>
      </Dialog>
      <Toaster closeLabel={t('shell.close')} regionLabel={t('shell.notifications')} />
    </>
  )
}
