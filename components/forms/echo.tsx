'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Toaster, toasts } from '@/components/ui/toaster'
import type { EchoProps } from './use-echo'

/** Fetched when there is something to echo, see ./use-echo.tsx. */
export function Echo({ said }: EchoProps) {
  const t = useTranslations('shell')
  useEffect(() => {
    toasts.add(said)
  }, [said])
  return <Toaster closeLabel={t('close')} regionLabel={t('notifications')} />
}
