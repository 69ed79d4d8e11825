'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import type { Refusal } from '@/components/forms/call-action'
import { Button } from '@/components/ui/button'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'

type EndOthersProps = { count: number; endOthers: PostedAction<number>; onEnded: (count: number) => void }
export type EndOthersQuestionProps = { count: number; open: boolean; pending: boolean; refusal: Refusal | null; onConfirm: () => void; onLeave: () => void }

const question = onDemand<EndOthersQuestionProps>(async () => (await import('./end-others-question')).EndOthersQuestion)

/** Asks first; before JavaScript it does not, and nothing is lost by that: whoever was signed in signs in again. */
export function EndOthers({ count, endOthers, onEnded }: EndOthersProps) {
  const t = useTranslations('security')
  const [Question, want] = useOnDemand(question)
  const [open, setOpen] = useState(false)
  const { form, answer, send, pending } = usePostedForm(endOthers, (ended) => {
    setOpen(false)
    onEnded(ended)
  })
  function ask(event: React.FormEvent) {
    event.preventDefault()
    want()
    setOpen(true)
  }
  return (
    <form action={form.action} onSubmit={ask} onPointerEnter={question.ahead} onFocus={question.ahead}>
      <Button type="submit" look="danger-quiet">
        {t('endOthers', { count })}
      </Button>
      {Question ? (
        <Question
          count={count}
          open={open}
          pending={pending}
          refusal={answer && !answer.ok ? answer : null}
          onConfirm={() => send(new FormData())}
          onLeave={() => setOpen(false)}
        />
      ) : null}
    </form>
  )
}
