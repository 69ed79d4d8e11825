'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState, useTransition } from 'react'
import { callAction, type Refusal } from '@/components/forms/call-action'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { toasts } from '@/components/ui/toaster'
import type { RevokeAllFlowProps } from '../list/acts-provider'
import { LIST_ID } from '../list/list-id'

/** Whether two texts are the same to a person: case and spaces aside. */
function saysTheSame(typed: string, wanted: string): boolean {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return plain(typed) === plain(wanted)
}

/**
 * Asks for the words that say what is about to happen, and, where the sign-in was long ago, for the password; then
 * revokes. What the number was when it was asked is what is confirmed: where it has changed, the list is read again.
 */
export function RevokeAllFlow({ all, open, onClose, revokeAll }: RevokeAllFlowProps) {
  const t = useTranslations('revokeAll')
  const router = useRouter()
  const formId = useId()
  const { asking, run, isUnderWay } = useFreshSignIn()
  const [typed, setTyped] = useState('')
  const [mistyped, setMistyped] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [revoked, setRevoked] = useState(false)
  const [pending, startTransition] = useTransition()
  // Once revoked, none is left: the dialog leaves with the number that it came with.
  const [asked, setAsked] = useState(all)
  const { count } = asked
  const phrase = t('phrase', { count })

  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    if (!saysTheSame(typed, phrase)) {
      setMistyped(true)
      document.getElementById(`${formId}-phrase`)?.focus()
      return
    }
    startTransition(async () => {
      const result = await run(() => callAction(revokeAll, asked))
      setRefusal(result.ok ? null : result)
      if (!result.ok) {
        if (result.code === 'tokens_changed') router.refresh()
        return
      }
      setRevoked(true)
      onClose()
      toasts.add({ title: t('done', { count }) })
    })
  }
  const recount = refusal?.code === 'tokens_changed' && all.count !== count ? all : null
  if (recount) {
    setAsked(recount)
    setTyped('')
  }
  return (
    <Dialog
      open={open && !asking}
      onLeave={() => (isUnderWay() ? undefined : onClose())}
      title={t('title', { count })}
      finalFocus={() => (revoked ? document.getElementById(LIST_ID) : true)}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button type="submit" form={formId} look="danger" busy={pending}>
            {t('confirm', { count })}
          </Button>
        </>
      }
    >
      {refusal ? <RefusalBanner refusal={refusal} /> : null}
      <p className="text-md text-pretty">
        {t('consequence')} <strong>{t('final')}</strong>
      </p>
      <form id={formId} onSubmit={submit} noValidate>
        <TextField
          id={`${formId}-phrase`}
          label={t.rich('type', { phrase: () => <strong className="wrap-anywhere select-all">{phrase}</strong> })}
          error={mistyped ? t('mistyped', { phrase }) : null}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setMistyped(false)
          }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
      </form>
    </Dialog>
  )
}
