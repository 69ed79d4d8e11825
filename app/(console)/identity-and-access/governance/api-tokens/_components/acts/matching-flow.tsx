'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState, useTransition } from 'react'
import { callAction, type Refusal, type Result } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toasts } from '@/components/ui/toaster'
import type { MatchingFlowProps } from './acts-provider'
import { readReason, ReasonFields } from './reason-fields'
import { needsTyping, TypedCount, useTypedCount } from './typed-count'

/** How many there are to change, null until that is known, and what counts them again. */
function useCount({ counted, recount }: Pick<MatchingFlowProps, 'counted' | 'recount'>) {
  const [counting, setCounting] = useState(counted)
  const [result, setResult] = useState<Result<number> | null>(null)
  useEffect(() => {
    let current = true
    void counting.then((answer) => {
      if (current) setResult(answer)
    })
    return () => {
      current = false
    }
  }, [counting])
  return { count: result?.ok ? result.value : null, uncounted: result?.ok === false ? result : null, countAgain: () => setCounting(recount()) }
}

/**
 * Asks whether to deactivate or activate all that match the filter: how many that are, and, above a few, that number
 * typed. What was confirmed is that number: where it has changed, it is shown anew and asked again.
 */
export function MatchingFlow({ kind, matching: { orgId, filter }, open, onClose, focusAfter, counted, recount, changeMatching }: MatchingFlowProps) {
  const t = useTranslations()
  const formId = useId()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [pending, startTransition] = useTransition()
  const [done, setDone] = useState(false)
  const { count, uncounted, countAgain } = useCount({ counted, recount })
  const typed = useTypedCount(formId, count ?? 0)
  const some = count !== null && count > 0
  const recounted = refusal?.code === 'tokens_changed'
  const whole = uncounted ?? (refusal && Object.keys(refusal.fields).length === 0 ? refusal : null)

  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || !some || !typed.check()) return
    const why = readReason(new FormData(event.currentTarget))
    startTransition(async () => {
      const result = await callAction(changeMatching, kind === 'deactivate' ? { orgId, kind, filter, count, ...why } : { orgId, kind, filter, count })
      setRefusal(result.ok ? null : result)
      if (!result.ok) {
        if (result.code !== 'tokens_changed') return
        typed.clear()
        return countAgain()
      }
      setDone(true)
      onClose()
      toasts.add({ title: t(`bulk.started.${kind}`, { count }) })
    })
  }
  return (
    <Dialog
      open={open}
      onLeave={pending ? () => undefined : onClose}
      finalFocus={() => (done ? focusAfter() : true)}
      title={some ? t(`bulk.title.${kind}`, { count }) : t(`bulk.titleCounting.${kind}`)}
      footer={
        <>
          <Button onClick={onClose}>{some ? t(`acts.keep.${kind}`) : t('shell.close')}</Button>
          {some ? (
            <Button type="submit" form={formId} look={kind === 'deactivate' ? 'danger' : 'primary'} busy={pending}>
              {t(`bulk.confirm.${kind}`, { count })}
            </Button>
          ) : null}
        </>
      }
    >
      {recounted ? (
        <Banner tone="warn" icon={RefreshCw} role="alert">
          {t('bulk.recounted')}
        </Banner>
      ) : whole ? (
        <RefusalBanner refusal={whole} />
      ) : null}
      {count === null ? (
        <p role="status" className="text-md text-muted">
          {whole ? null : t('bulk.counting')}
        </p>
      ) : (
        <p className="text-md text-pretty">{some ? `${t(`bulk.consequence.${kind}`)} ${t('bulk.goesOn')}` : t(`bulk.none.${kind}`)}</p>
      )}
      {some && kind === 'deactivate' ? <p className="text-pretty text-muted">{t('acts.delay')}</p> : null}
      {some ? (
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          {kind === 'deactivate' ? <ReasonFields id={formId} refusal={refusal} /> : null}
          {needsTyping(count) ? <TypedCount {...typed.field} /> : null}
        </form>
      ) : null}
    </Dialog>
  )
}
