'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { callAction, type Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toasts } from '@/components/ui/toaster'
import type { RevokeFlowProps } from '../list/acts-provider'
import { LIST_ID } from '../list/list-id'

/** Asks, revokes, and echoes it. Rows then have no menu and no box, so the focus goes to the list. */
export function RevokeFlow({ tokens, open, onClose, revokeOne, revokeSome }: RevokeFlowProps) {
  const t = useTranslations('revoke')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [revoked, setRevoked] = useState(false)
  const [pending, startTransition] = useTransition()
  const [first] = tokens
  const said = { count: tokens.length, name: first?.name ?? '' }
  const one = tokens.length === 1 ? first : undefined
  const confirm = () =>
    startTransition(async () => {
      const tokenIds = tokens.map(({ tokenId }) => tokenId)
      const result = await (one ? callAction(revokeOne, { tokenId: one.tokenId }) : callAction(revokeSome, { tokenIds }))
      setRefusal(result.ok ? null : result)
      if (!result.ok) return
      setRevoked(true)
      onClose()
      toasts.add({ title: one ? t('done', said) : t('doneMany', said) })
    })
  return (
    <Dialog
      open={open}
      onLeave={pending ? () => undefined : onClose}
      title={one ? t('title', said) : t('titleMany', said)}
      finalFocus={() => (revoked ? document.getElementById(LIST_ID) : true)}
      footer={
        <>
          <Button onClick={onClose}>{one ? t('keep') : t('keepMany')}</Button>
          <Button look="danger" busy={pending} onClick={confirm}>
            {one ? t('confirm') : t('confirmMany', said)}
          </Button>
        </>
      }
    >
      {refusal ? <RefusalBanner refusal={refusal} /> : null}
      {one ? null : (
        // Focusable, since a long list scrolls.
        <ul tabIndex={0} aria-label={t('which')} className="max-h-48 overflow-y-auto rounded-control border border-line bg-surface-sunken px-3 py-2 text-md">
          {tokens.map(({ tokenId, name }) => (
            <li key={tokenId} className="py-0.5 font-label wrap-anywhere">
              {name}
            </li>
          ))}
        </ul>
      )}
      <p className="text-md text-pretty">
        {one ? t('consequence') : t('consequenceMany')} <strong>{t('final')}</strong>
      </p>
    </Dialog>
  )
}
