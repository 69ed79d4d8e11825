'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, useTransition } from 'react'
import { callAction, type Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toasts } from '@/components/ui/toaster'
import type { TokenResult } from '@/lib/governance/token-change'
import type { TokensFlowProps } from './acts-provider'
import { Consequence } from './consequence'
import { readReason, ReasonFields } from './reason-fields'
import { ResultDialog } from './result-dialog'
import { needsTyping, TypedCount, useTypedCount } from './typed-count'

/** Whether there is more to say than that all of it was done. */
const isPlain = ({ outcome, expired }: TokenResult) => outcome === 'changed' && !expired

/**
 * Asks whether to deactivate or activate tokens, with what follows from it; does it, and says of each what became of
 * it where that is not simply what was asked. What was typed is kept when it is refused.
 */
export function TokensFlow({ kind, tokens, open, onClose, focusAfter, deactivate, activate }: TokensFlowProps) {
  const t = useTranslations('acts')
  const formId = useId()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [results, setResults] = useState<TokenResult[] | null>(null)
  const [done, setDone] = useState(false)
  const [pending, startTransition] = useTransition()
  const typed = useTypedCount(formId, tokens.length)
  // Changed rows are shown anew, and what was asked may have left the page: the question keeps what it was about.
  const [asked] = useState(tokens)
  const said = { count: asked.length, name: asked[0]?.name ?? '' }

  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || !typed.check()) return
    const tokenIds = asked.map(({ tokenId }) => tokenId)
    const why = readReason(new FormData(event.currentTarget))
    startTransition(async () => {
      const result = await (kind === 'deactivate' ? callAction(deactivate, { tokenIds, ...why }) : callAction(activate, { tokenIds }))
      setRefusal(result.ok ? null : result)
      if (!result.ok) return
      setDone(true)
      const allDone = result.value.every((each) => isPlain(each) || (kind === 'deactivate' && each.outcome === 'changed'))
      if (!allDone) return setResults(result.value)
      onClose()
      toasts.add({ title: t(`done.${kind}`, said) })
    })
  }
  if (results) return <ResultDialog kind={kind} tokens={asked} results={results} open={open} onClose={onClose} finalFocus={focusAfter} />
  return (
    <Dialog
      open={open}
      onLeave={pending ? () => undefined : onClose}
      finalFocus={() => (done ? focusAfter() : true)}
      title={t(`title.${kind}`, said)}
      footer={
        <>
          <Button onClick={onClose}>{t(`keep.${kind}`)}</Button>
          <Button type="submit" form={formId} look={kind === 'deactivate' ? 'danger' : 'primary'} busy={pending}>
            {t(`confirm.${kind}`, said)}
          </Button>
        </>
      }
    >
      {refusal && Object.keys(refusal.fields).length === 0 ? <RefusalBanner refusal={refusal} /> : null}
      <Consequence kind={kind} tokens={asked} />
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {kind === 'deactivate' ? <ReasonFields id={formId} refusal={refusal} /> : null}
        {needsTyping(asked.length) ? <TypedCount {...typed.field} /> : null}
      </form>
    </Dialog>
  )
}
