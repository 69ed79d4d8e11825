'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

type LeaveFootProps = {
  asking: boolean
  /** What was not kept, what then becomes of it, and the way back to it. */
  texts: { notKept: string; lost: string; goBack: string }
  onLeave: () => void
  onClose: () => void
  onStay: () => void
}

/** The dialog's foot: Done, or the one question where nothing was kept. */
export function LeaveFoot({ asking, texts, onLeave, onClose, onStay }: LeaveFootProps) {
  const t = useTranslations('generated')
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) stay.current?.focus()
  }, [asking])
  if (!asking) return <Button onClick={onLeave}>{t('done')}</Button>
  return (
    <>
      <p role="alert" className="min-w-56 flex-1 text-pretty">
        <strong>{texts.notKept}</strong> <span className="text-muted">{texts.lost}</span>
      </p>
      <Button look="danger-quiet" onClick={onClose}>
        {t('closeAnyway')}
      </Button>
      <Button ref={stay} look="primary" onClick={onStay}>
        {texts.goBack}
      </Button>
    </>
  )
}
