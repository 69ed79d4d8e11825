'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Toaster, toasts } from '@/components/ui/toaster'
import type { EchoProps } from './use-echo'

/** Fetched when there is something to echo, see ./use-echo.tsx. */
export function Echo({ said }: EchoProps) {
  const t = useTranslations('shell')
  useEffect(() => {
    const id = toasts.add(said)
    // What is said next may be the opposite: both at once would leave open which holds.
    return () => toasts.close(id)
  }, [said])
  return <Toaster closeLabel={t('close')} regionLabel={t('notifications')} />
}
