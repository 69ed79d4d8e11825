'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Refusal } from './call-action'
import { useErrorText } from './use-error-text'

/** What was refused as a whole, when to try again where that is known, and for a fault of ours the id under which it is in the log. */
export function RefusalBanner({ refusal }: { refusal: Refusal }) {
  const errorText = useErrorText()
  const t = useTranslations('problem')
  const ours = refusal.code === 'unexpected'
  return (
    <Banner tone="danger" icon={CircleAlert} role="alert">
      {errorText(refusal.code)}
      {refusal.retryAfterSeconds === undefined ? null : ` ${t('retryIn', { minutes: Math.ceil(refusal.retryAfterSeconds / 60) })}`}
      {ours && refusal.requestId ? (
        <span className="block text-xs text-muted">
          {t('requestId')} <code>{refusal.requestId}</code>
        </span>
      ) : null}
    </Banner>
  )
}
