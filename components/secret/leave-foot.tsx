'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Showing } from './use-shown-once'

/** What was not kept, what then becomes of it, and the way back to it. */
export type LeaveTexts = { notKept: string; lost: string; goBack: string }

/** The dialog's foot: Done, or the one question where nothing was kept. */
export function LeaveFoot({ showing: { asking, leave, close, stay }, texts }: { showing: Showing; texts: LeaveTexts }) {
  const t = useTranslations('generated')
  const stayButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) stayButton.current?.focus()
  }, [asking])
  if (!asking) return <Button onClick={leave}>{t('done')}</Button>
  return (
    <>
      <p role="alert" className="min-w-56 flex-1 text-pretty">
        <strong>{texts.notKept}</strong> <span className="text-muted">{texts.lost}</span>
      </p>
      <Button look="danger-quiet" onClick={close}>
        {t('closeAnyway')}
      </Button>
      <Button ref={stayButton} look="primary" onClick={stay}>
        {texts.goBack}
      </Button>
    </>
  )
}
